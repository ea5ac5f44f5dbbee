/** Starts a mock from its built files, asks the last operation of its contract, and ends. Run in packages/mock of a copy. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const path = process.argv[2] ?? '';
const { startMock }: typeof import('@session-series/mock') = await import(
  pathToFileURL(join(process.cwd(), 'dist/index.js')).href
);
await using mock = await startMock({ port: 0 });
const response = await fetch(mock.url + path, { headers: { authorization: 'Bearer key' } });
if (!response.ok) throw new Error(`${path}: ${response.status}`);

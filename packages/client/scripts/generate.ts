/** Writes what the client takes from the contract: its types, and the few facts it needs at run time. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const bundle = new URL(import.meta.resolve('@session-series/contract/openapi.en.json'));
const contract: {
  servers: { url: string; 'x-instance': string }[];
} = JSON.parse(readFileSync(bundle, 'utf8'));

const header = '// Generated from the contract. Do not edit: the next build overwrites it.\n';
const folder = new URL('../src/generated/', import.meta.url);
mkdirSync(folder, { recursive: true });
const write = (name: string, code: string) =>
  writeFileSync(fileURLToPath(new URL(name, folder)), `${header}${code}`);

write('openapi.ts', astToString(await openapiTS(bundle, { alphabetize: false })));

const instances = Object.fromEntries(contract.servers.map(({ 'x-instance': name, url }) => [name, url]));
write(
  'instances.ts',
  `
/** The REST hosts of the contract, by the name of the instance. */
export const instances = ${JSON.stringify(instances, null, 2)} as const;
`,
);

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type RunningMock, startMock } from '@session-series/mock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as client from '../src/index.ts';

const room = new URL('..', import.meta.url).pathname;
const readme = readFileSync(join(room, 'README.md'), 'utf8');
const snippets = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? '');

let mock: RunningMock;
let folder: string;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
  mkdirSync(join(room, 'reports'), { recursive: true });
  folder = mkdtempSync(join(room, 'reports/snippets-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await mock.close();
});

test.for(snippets.map((code, index) => [index + 1, code] as const))(
  'snippet %d of the README runs against the mock',
  async ([index, code]) => {
    const file = join(folder, `snippet-${index}.ts`);
    const runnable = code
      .replace("instance: 'EU-01'", `baseUrl: '${mock.url}'`)
      .replace("process.env.SESSION_SERIES_API_KEY ?? ''", "'any-key'")
      .replaceAll('http://127.0.0.1:4010', mock.url);
    writeFileSync(file, runnable);
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [file]);
    expect(stderr).toBe('');
    if (code.includes('console.log')) expect(stdout).toMatch(/\d/);
  },
);

test('there are snippets', () => expect(snippets.length).toBeGreaterThan(3));

test('the table of errors lists every error class', () => {
  const listed = [...readme.matchAll(/^\| `(\w+Error)`\s+\|/gm)].map(([, name]) => name);
  const exported = Object.keys(client).filter((name) => /Error$/.test(name));
  expect(listed.toSorted()).toEqual(
    exported.filter((name) => !/^(Http|SessionSeries)/.test(name)).toSorted(),
  );
});

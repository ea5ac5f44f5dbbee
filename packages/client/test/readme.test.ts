import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type RunningMock, startMock } from '@session-series/mock';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
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
afterEach(() => void vi.restoreAllMocks());

test.for(snippets.map((code, index) => [index + 1, code] as const))(
  'snippet %d of the README runs against the mock',
  async ([index, code]) => {
    const file = join(folder, `snippet-${index}.ts`);
    const runnable = code
      .replace("instance: 'EU-01'", `baseUrl: '${mock.url}'`)
      .replace("process.env.SESSION_SERIES_API_KEY ?? ''", "'any-key'")
      .replaceAll('http://127.0.0.1:4010', mock.url);
    writeFileSync(file, runnable);
    const [out, err] = (['log', 'error'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(() => {}),
    );
    await import(/* @vite-ignore */ pathToFileURL(file).href);
    expect(err?.mock.calls).toEqual([]);
    if (code.includes('console.log')) expect(out?.mock.calls.flat().join(' ')).toMatch(/\d/);
  },
);

test('the snippets compile under strict settings', async () => {
  for (const [index, code] of snippets.entries()) writeFileSync(join(folder, `typed-${index + 1}.ts`), code);
  const files = snippets.map((_, index) => join(folder, `typed-${index + 1}.ts`));
  const tsc = join(room, '../../node_modules/typescript/bin/tsc');
  const flags = [
    '--noEmit',
    '--strict',
    '--exactOptionalPropertyTypes',
    '--noUncheckedIndexedAccess',
    '--skipLibCheck',
  ];
  const target = ['--module', 'nodenext', '--target', 'es2023', '--types', 'node', '--ignoreConfig'];
  const compiled = promisify(execFile)(process.execPath, [tsc, ...flags, ...target, ...files], { cwd: room });
  expect((await compiled.catch((error: { stdout: string }) => error)).stdout).toBe('');
});

test('the README has at least one snippet', () => expect(snippets.length).toBeGreaterThan(3));

test('the table of errors lists every error class', () => {
  const listed = [...readme.matchAll(/^\| `(\w+Error)`\s+\|/gm)].map(([, name]) => name);
  const exported = Object.keys(client).filter((name) => /^[A-Z].*Error$/.test(name));
  expect(listed.toSorted()).toEqual(
    exported.filter((name) => !/^(Http|SessionSeries)/.test(name)).toSorted(),
  );
});

test('the table of options has each option that has a default, and that default', () => {
  const [options = ''] = /^## Options$[\s\S]*?^## /m.exec(readme) ?? [];
  const shown = [...options.matchAll(/^\| `(\w+)` .*\| (\S.*?) +\|$/gm)]
    .map(([, name, value]) => [name, value?.replaceAll('`', '')])
    .filter(([name]) => !/Error$/.test(name ?? ''));
  const sources = ['retry.ts', 'options.ts'].map((name) => readFileSync(join(room, 'src', name), 'utf8'));
  const documented = [...sources.join('\n').matchAll(/@default (.+)\n\s+\*\/\n\s+(\w+)\?/g)].map(
    ([, value, name]) => [name, value],
  );
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(documented));
});

test('the documented defaults of retries and time limits are those in the code', () => {
  const source = ['retry.ts', 'options.ts', 'checks.ts', 'client.ts']
    .map((name) => readFileSync(join(room, 'src', name), 'utf8'))
    .join();
  const defaults = [...source.matchAll(/@default (['\w]+)\n\s+\*\/\n\s+(\w+)\?/g)].filter(
    ([, value]) => value !== 'false',
  );
  expect(defaults.length).toBeGreaterThan(5);
  for (const [, value, name] of defaults)
    expect(source).toMatch(new RegExp(`\\b${name}(:| =) ${value}(?!\\w)`));
});

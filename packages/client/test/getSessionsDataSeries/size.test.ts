import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { measureSizes, sizeOf } from '../../bench/size.ts';

let sizes: Awaited<ReturnType<typeof measureSizes>>;
beforeAll(async () => {
  sizes = await measureSizes();
});

test('the client is a quarter smaller than ky with everything of its main entry, and almost half as large with one operation', () => {
  // The checks grow with the contract.
  expect(sizes.imports['everything of the main entry']?.['to ky']).toBeLessThan(0.755);
  expect(sizes.imports['createCall with one operation']?.['to ky']).toBeLessThanOrEqual(0.55);
  expect(sizes.imports['… and checks of its responses']?.['to ky']).toBeLessThan(0.615);
});

test('the sizes in the README are those of the benchmark', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const rows = [...readme.matchAll(/^\| ([^|]+?) +\| (\d+\.\d) kB +\| (\d\.\d\d) +\|$/gm)];
  const shown = new Map(rows.map(([, name = '', kB, ratio]) => [name.replaceAll('`', ''), { kB, ratio }]));
  const { ky: _, ...own } = { ...sizes.imports, ...sizes.parts };
  expect([...shown.keys()]).toEqual(Object.keys(own));
  for (const [name, { kB, 'to ky': ratio }] of Object.entries(own)) {
    // A few bytes more or less do not matter.
    expect(Math.abs(Number(shown.get(name)?.kB) - kB), name).toBeLessThan(0.15);
    expect(Math.abs(Number(shown.get(name)?.ratio) - ratio), name).toBeLessThan(0.015);
  }
});

test('operations that are not imported leave the bundle', async () => {
  const none = await sizeOf(
    "import { createClientWith } from './dist/index.js'; export const create = (options) => createClientWith({}, options);",
  );
  const all = await sizeOf("export { createClient } from './dist/index.js';");
  expect(all - none).toBeGreaterThan(500);
});

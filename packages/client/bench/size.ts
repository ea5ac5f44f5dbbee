/**
 * What an import adds to a bundle, in bytes: bundled and minified by esbuild, then gzipped, side by side with ky.
 *
 * `node bench/size.ts` prints the table of the README. It needs a build.
 */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const imports = {
  ky: "export * from 'ky'; export { default } from 'ky';",
  'everything of the main entry': "export * from './dist/index.js';",
  createClient: "export { createClient } from './dist/index.js';",
  'createCall with one operation': `
    import { createCall } from './dist/index.js';
    import { getSessionsDataSeries } from './dist/generated/operations.js';
    export const create = (options) => createCall(getSessionsDataSeries, options);`,
};

/** The size of one import. */
export async function sizeOf(code: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? '').length;
}

/** Each import, with its size in kB and its ratio to ky. */
export async function measureSizes(): Promise<Record<string, { kB: number; 'to ky': number }>> {
  const sizes = await Promise.all(
    Object.entries(imports).map(async ([name, code]) => [name, await sizeOf(code)] as const),
  );
  const ky = Object.fromEntries(sizes)['ky'] ?? Number.NaN;
  return Object.fromEntries(
    sizes.map(([name, size]) => [
      name,
      { kB: Number((size / 1000).toFixed(1)), 'to ky': Number((size / ky).toFixed(2)) },
    ]),
  );
}

if (import.meta.main) console.table(await measureSizes());

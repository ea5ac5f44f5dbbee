/**
 * What an import adds to a bundle, in bytes: bundled and minified by esbuild, then gzipped, side by side with ky.
 *
 * `node bench/size.ts` prints the tables of the README. It needs a build.
 */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const single = (operations: 'operations' | 'unchecked') => `
  import { createCall } from './dist/single-call.js';
  import { getSessionsDataSeries } from './dist/generated/${operations}.js';
  export const create = (options) => createCall(getSessionsDataSeries, options);`;

const imports = {
  ky: "export * from 'ky'; export { default } from 'ky';",
  'everything of the main entry': "export * from './dist/index.js';",
  createClient: "export { createClient } from './dist/index.js';",
  'createCall with one operation': single('unchecked'),
  '… and checks of its responses': single('operations'),
  '… and hooks': `export { createHooks } from './dist/single-call.js'; ${single('operations')}`,
};

/** The modules of each part of `createCall`. */
const parts = {
  'typed errors, without secrets': /\/(errors|http-errors|error-chain|redact)\.js$/,
  'retries, timeouts and rate limit': /\/(with-retry|retry|timing|rate-limit)\.js$/,
  'checks of key, target and parameters': /\/(security|base-url|refuse|parameters)\.js$/,
};

/** The size of one import, without the modules that match. */
export async function sizeOf(code: string, without = /^$/): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
    plugins: [
      {
        name: 'without',
        setup: ({ onResolve }) => onResolve({ filter: without }, ({ path }) => ({ path, external: true })),
      },
    ],
  });
  return gzipSync(outputFiles[0]?.contents ?? '').length;
}

type Sizes = Record<string, { kB: number; 'to ky': number }>;

/** Each import, and each part of the smallest one, with its size in kB and its ratio to ky. */
export async function measureSizes(): Promise<{ imports: Sizes; parts: Sizes }> {
  const bytes = await all(imports, (code) => sizeOf(code));
  const { ky = Number.NaN, 'createCall with one operation': whole = Number.NaN } = bytes;
  const partBytes = await all(parts, async (modules) => whole - (await sizeOf(single('unchecked'), modules)));
  const toKy = (size: number) => ({ kB: size / 1000, 'to ky': size / ky });
  return {
    imports: await all(bytes, async (size) => toKy(size)),
    parts: await all(partBytes, async (size) => toKy(size)),
  };
}

async function all<From, To>(
  values: Readonly<Record<string, From>>,
  map: (value: From) => Promise<To>,
): Promise<Record<string, To>> {
  const entries = Object.entries(values).map(async ([name, value]) => [name, await map(value)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

if (import.meta.main) {
  for (const table of Object.values(await measureSizes())) {
    const rows = Object.entries(table).map(([name, { kB, 'to ky': ratio }]) => [
      name,
      { kB: kB.toFixed(1), 'to ky': ratio.toFixed(2) },
    ]);
    console.table(Object.fromEntries(rows));
  }
}

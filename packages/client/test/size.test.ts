import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

/** The size of what an import pulls in: bundled and minified by esbuild, then gzipped. */
async function sizeOf(code: string): Promise<number> {
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

test('the client is smaller than ky, with everything of its main entry', async () => {
  const ky = await sizeOf("export * from 'ky'; export { default } from 'ky';");
  expect((await sizeOf("export * from './dist/index.js';")) / ky).toBeLessThan(1);
});

test('operations that are not imported leave the bundle', async () => {
  const none = await sizeOf(
    "import { createClientWith } from './dist/index.js'; export const create = (options) => createClientWith({}, options);",
  );
  const all = await sizeOf("export { createClient } from './dist/index.js';");
  expect(all - none).toBeGreaterThan(500);
});

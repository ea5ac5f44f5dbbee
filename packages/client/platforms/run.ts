/**
 * Runs the built client on every supported platform, against the mock: `pnpm --filter @session-series/client
 * platforms`.
 *
 * The platforms are large npm packages, so they are installed into a separate folder at run time and are not
 * dependencies. Exits with 1 if one of them fails.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startMock } from '@session-series/mock';
import { build } from 'esbuild';

const run = promisify(execFile);
const system = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const folder = new URL('../reports/platforms/', import.meta.url).pathname;
const nodes = [20, 22, 24, 26];
const glibc = process.platform === 'linux' ? '-glibc' : '';

/** Each platform's binary, in the packages installed here. */
const commands: Record<string, { file: string; before?: string[] }> = {
  ...Object.fromEntries(nodes.map((version) => [`node ${version}`, { file: `node${version}/bin/node` }])),
  deno: {
    file: `@deno/${system.replace('win-', 'win32-')}${glibc}/deno`,
    before: ['run', '--allow-all'],
  },
  bun: { file: `@oven/bun-${system.replace('win-', 'windows-')}/bin/bun`, before: ['run'] },
};

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
await run(
  'npm',
  [
    ...['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'],
    ...nodes.map((version) => `node${version}@npm:node-${system}@${version}`),
    ...['deno', 'bun', 'miniflare'],
  ],
  { cwd: folder },
);
await build({
  entryPoints: {
    main: new URL('main.js', import.meta.url).pathname,
    worker: new URL('worker.js', import.meta.url).pathname,
  },
  bundle: true,
  // The build fails on anything outside the web platform.
  platform: 'neutral',
  mainFields: ['module', 'main'],
  format: 'esm',
  outdir: folder,
});

await using mock = await startMock({ port: 0 });
const note = async (name: string, verdict: Promise<string>) => {
  const text = await verdict.catch((error: unknown) => String(error));
  if (text.trim() !== 'all is well') process.exitCode = 1;
  console.log(`${name}: ${text.trim()}`);
};
for (const [name, { file, before = [] }] of Object.entries(commands)) {
  const binary = join(folder, 'node_modules', file);
  await note(
    name,
    run(binary, [...before, join(folder, 'main.js'), mock.url], { timeout: 60_000 }).then(
      ({ stdout }) => stdout,
    ),
  );
}
await note('edge worker', inWorker());

async function inWorker(): Promise<string> {
  // From the folder where it was just installed.
  const { Miniflare } = createRequire(join(folder, 'package.json'))('miniflare');
  const worker = new Miniflare({
    modules: true,
    scriptPath: join(folder, 'worker.js'),
    compatibilityDate: '2026-01-01',
  });
  try {
    const answer = await worker.dispatchFetch(`http://worker.example/?mock=${mock.url}`);
    return await answer.text();
  } finally {
    await worker.dispose();
  }
}

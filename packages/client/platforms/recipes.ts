/**
 * Runs the README recipes that need Jest or Next.js, with the packed client, against the mock: `pnpm --filter
 * @session-series/client recipes`.
 *
 * Both tools are large, so they are installed into a separate folder at run time and are not dependencies.
 * Exits with 1 if one fails.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startMock } from '@session-series/mock';

const run = promisify(execFile);
const room = fileURLToPath(new URL('..', import.meta.url));
const folder = join(room, 'reports/recipes');
const binary = (name: string) => join(folder, 'node_modules/.bin', name);

mkdirSync(folder, { recursive: true });
for (const name of ['jest', 'next']) {
  rmSync(join(folder, name), { recursive: true, force: true });
  cpSync(join(room, 'platforms/recipes', name), join(folder, name), { recursive: true });
}
writeFileSync(join(folder, 'package.json'), '{ "private": true }');
await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: room });
await run(
  'npm',
  [
    ...['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'],
    ...['jest', '@babel/preset-env', 'next', 'react', 'react-dom', './session-series-client-0.0.0.tgz'],
  ],
  { cwd: folder },
);

await using mock = await startMock({ port: 0 });
const env = {
  ...process.env,
  MOCK_URL: mock.url,
  CLOSED_URL: await closedUrl(),
  NEXT_TELEMETRY_DISABLED: '1',
};
await note('Jest, with imports resolved by Node.js', () =>
  jest('native.json', { ...env, NODE_OPTIONS: '--experimental-vm-modules' }),
);
await note('Jest, with the package transformed by Babel', () => jest('transformed.json', env));
await note('Next.js', next);

async function note(name: string, recipe: () => Promise<void>): Promise<void> {
  try {
    await recipe();
    console.log(`${name}: all is well`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`${name}: ${error}`);
  }
}

async function jest(config: string, environment: NodeJS.ProcessEnv): Promise<void> {
  await run(binary('jest'), ['--config', config, '--ci'], { cwd: join(folder, 'jest'), env: environment });
}

/** Builds an app without a key, serves it with one, and requests its page and its route. */
async function next(): Promise<void> {
  // The root of the app is where its packages are.
  await run(binary('next'), ['build', 'next'], { cwd: folder, env });
  const server = spawn(binary('next'), ['start', 'next', '--port', '0'], {
    cwd: folder,
    env: { ...env, SESSION_SERIES_API_KEY: 'any-key' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  try {
    const url = await addressIn(server.stdout);
    const page = await (await fetch(url)).text();
    if (!page.includes('<p>14</p>')) throw new Error(`expected a page with 14 points, got ${page}`);
    const route = await (await fetch(new URL('/series', url))).text();
    const points = JSON.parse(route).data?.length;
    if (points !== 3) throw new Error(`expected a route with 3 points, got ${route}`);
  } finally {
    // Including its workers.
    if (server.pid !== undefined) process.kill(-server.pid);
    await once(server, 'exit');
  }
}

async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const [url] = /http:\/\/localhost:\d+/.exec(line) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('the server named no address');
}

/** A URL where no server listens. */
async function closedUrl(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return `http://127.0.0.1:${port}`;
}

/**
 * Installs the packed command in an empty folder, runs the examples of the README on every supported version
 * of Node.js, and completes a command line in zsh and fish: `pnpm --filter @session-series/cli platforms`.
 *
 * The versions of Node.js are large npm packages, so they are fetched at run time and are not dependencies.
 * Exits with 1 if one of them fails, or if a shell is not installed.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { completeInFish, completeInZsh } from './shells.ts';

const run = promisify(execFile);
const versions = ['20.19.0', '22', '24', '26'];
const system = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const own = fileURLToPath(new URL('..', import.meta.url));
const packed = [
  'openapi',
  'packages/openapi-mock-engine',
  'packages/client',
  'packages/mock',
  'packages/cli',
];

const readme = readFileSync(join(own, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)]
  .flatMap(([, code = '']) => code.trim().split('\n'))
  .filter((line) => line.includes('--mock') || /completion|man/.test(line))
  // There is no terminal to page through.
  .map((line) => line.replace('man -l -', 'cat').replace('~/.zfunc/', ''));

const folder = mkdtempSync(join(tmpdir(), 'session-series-platforms-'));
try {
  await install();
  const bin = join(folder, 'node_modules/.bin');
  for (const version of versions) {
    const path = `${join(folder, 'node_modules', `node${version}`, 'bin')}:${bin}:${process.env['PATH']}`;
    for (const example of examples)
      await report(`node ${version}: ${example}`, () => inEmptyFolder(example, path));
  }
  const path = `${bin}:${process.env['PATH']}`;
  await report('zsh completes a value', () => completeInZsh(folder, path));
  await report('fish offers the values', () => completeInFish(folder, path));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Packs the packages of this repository that the command needs, and installs them and the versions of Node.js
 * as a user would.
 */
async function install(): Promise<void> {
  for (const name of packed) {
    await run('pnpm', ['pack', '--pack-destination', folder], { cwd: join(own, '../..', name) });
  }
  const tarballs = readdirSync(folder).map((name) => join(folder, name));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const nodes = versions.map((version) => `node${version}@npm:node-${system}@${version}`);
  const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', '--loglevel', 'error'];
  await run('npm', ['install', ...options, ...tarballs, ...nodes], { cwd: folder });
}

async function inEmptyFolder(line: string, path: string): Promise<string> {
  const cwd = mkdtempSync(join(folder, 'empty-'));
  mkdirSync(join(cwd, 'home'));
  // Where npx finds the package without asking a registry.
  const env = { PATH: path, HOME: join(cwd, 'home'), npm_config_prefix: folder, npm_config_offline: 'true' };
  const { stdout, stderr } = await run('sh', ['-c', line], {
    cwd,
    env,
    timeout: 60_000,
    maxBuffer: 10_000_000,
  });
  return `${stdout}${stderr}`.trim().split('\n').at(-1) ?? '';
}

async function report(name: string, check: () => Promise<string>): Promise<void> {
  try {
    console.log(`ok    ${name}: ${(await check()).slice(0, 100)}`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`wrong ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

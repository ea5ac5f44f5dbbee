/**
 * Runs the packed engine on every supported version of Node.js, and in Jest: `pnpm --filter
 * openapi-mock-engine platforms`.
 *
 * These are large npm packages, so they are installed into a separate folder at run time and are not
 * dependencies. Exits with 1 if one of them fails.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const room = fileURLToPath(new URL('..', import.meta.url));
const folder = join(room, 'reports/platforms');
const system = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const versions = ['20.19', '22', '24', '26'];

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
await run('pnpm', ['pack', '--out', join(folder, 'engine.tgz')], { cwd: room });
rmSync(join(folder, 'node_modules/openapi-mock-engine'), { recursive: true, force: true });
await run(
  'npm',
  [
    ...['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', '--force'],
    ...versions.map((version) => `node${Number.parseInt(version, 10)}@npm:node-${system}@${version}`),
    ...['jest', './engine.tgz'],
  ],
  { cwd: folder },
);
for (const name of ['main.js', 'jest'])
  cpSync(fileURLToPath(new URL(name, import.meta.url)), join(folder, name), { recursive: true });

for (const version of versions) {
  const binary = join(folder, `node_modules/node${Number.parseInt(version, 10)}/bin/node`);
  await note(`Node.js ${version}`, [binary, join(folder, 'main.js')], {});
}
await note('Jest', [process.execPath, join(folder, 'node_modules/jest/bin/jest.js'), '--ci'], {
  NODE_OPTIONS: '--experimental-vm-modules',
});

async function note(name: string, [command = '', ...args]: string[], env: NodeJS.ProcessEnv): Promise<void> {
  try {
    const cwd = name === 'Jest' ? join(folder, 'jest') : folder;
    const { stdout, stderr } = await run(command, args, {
      cwd,
      env: { ...process.env, ...env },
      timeout: 120_000,
    });
    console.log(`${name}: ${name === 'Jest' ? (/Tests: .*/.exec(stderr)?.[0] ?? stderr) : stdout.trim()}`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

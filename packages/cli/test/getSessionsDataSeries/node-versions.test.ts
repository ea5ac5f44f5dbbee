import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command, temporaryFolder } from '../support/run.ts';

/** The oldest version that package.json allows, and the newest one available as a package. */
const versions = { oldest: '20.19.0', newest: '26.10.0' } as const;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'session-series-node-'));
  const name = `node-${process.platform}-${process.arch}`;
  const packages = Object.values(versions).map((version) => `${name}@${version}`);
  execFileSync('npm', ['pack', '--prefer-offline', '--loglevel', 'error', ...packages], { cwd: folder });
  for (const version of Object.values(versions)) {
    mkdirSync(join(folder, version));
    // An installation would unpack thousands of other files.
    execFileSync('tar', ['-xzf', `../${name}-${version}.tgz`, 'package/bin/node'], {
      cwd: join(folder, version),
    });
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(Object.keys(versions) as (keyof typeof versions)[])('on the %s Node.js', (name) => {
  const node = () => join(folder, versions[name], 'package/bin/node');

  test('the Node.js under test has the expected version', () => {
    expect(execFileSync(node(), ['--version'], { encoding: 'utf8' }).trim()).toBe(`v${versions[name]}`);
  });

  test('the installed command starts and describes itself', () => {
    const help = execFileSync(node(), [command, '--help'], { encoding: 'utf8' });
    expect(help).toContain('Usage: session-series [options] [command]');
  });

  test('every format is written from the mock, and the other commands succeed', () => {
    const output = temporaryFolder();
    const period = ['--from', '2025-01-01', '--to', '2025-02-01', '--time-zone', 'Europe/Paris'];
    const files = ['csv', 'ndjson', 'parquet', 'sqlite', 'duckdb'].map((format) =>
      join(output, `s.${format}`),
    );
    const { status, stderr } = runAll(node(), [
      ...files.map((file) => ['export', '--mock', ...period, file]),
      ['get', '--mock'],
      ['doctor', '--mock'],
      ['completion', 'fish'],
    ]);
    expect({ status, stderr: stderr.replace(/[\d,]+ bytes/g, 'N bytes') }).toEqual({
      status: 0,
      stderr: files.map((file) => `Wrote 31 rows to ${file} (N bytes).\n`).join(''),
    });
    expect(readFileSync(join(output, 's.csv'), 'utf8').split('\n')[1]).toMatch(
      /^2024-12-31T23:00:00Z,2025-01-01,,,,,\d+$/,
    );
    expect(readdirSync(output)).toHaveLength(10);
  });
});

/** Runs command lines one after the other in one process, since each takes a while to start. */
function runAll(node: string, commands: readonly string[][]) {
  const script = `
    import { createContext, main } from ${JSON.stringify(new URL('../../dist/main.js', import.meta.url).href)};
    const { env, stdin, stdout, stderr } = process;
    const { signal } = new AbortController();
    for (const args of JSON.parse(process.argv[1])) {
      const context = createContext('en', { env, stdin, stdout, stderr, now: Date.now, signal });
      process.exitCode ||= await main(args, context);
    }`;
  const options = ['--input-type=module', '--eval', script, JSON.stringify(commands)];
  const env = { PATH: process.env['PATH'], HOME: tmpdir() };
  return spawnSync(node, options, { encoding: 'utf8', env });
}

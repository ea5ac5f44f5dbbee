import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { start, temporaryFolder } from './support/run.ts';

/** The oldest version that package.json allows, and the newest one available as a package. */
const versions = { oldest: '20.19.0', newest: '26.10.0' } as const;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'session-series-node-'));
  const packages = Object.entries(versions).map(
    ([name, version]) => `${name}@npm:node-${process.platform}-${process.arch}@${version}`,
  );
  const options = [
    '--prefix',
    folder,
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--prefer-offline',
    '--loglevel',
    'error',
  ];
  execFileSync('npm', ['install', ...options, ...packages], { stdio: 'pipe' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(Object.keys(versions) as (keyof typeof versions)[])('on the %s Node.js', (name) => {
  const node = () => join(folder, 'node_modules', name, 'bin/node');

  test('the Node.js under test has the expected version', () => {
    expect(execFileSync(node(), ['--version'], { encoding: 'utf8' }).trim()).toBe(`v${versions[name]}`);
  });

  test('every format is written from the mock', async () => {
    const output = temporaryFolder();
    for (const format of ['csv', 'ndjson', 'parquet', 'sqlite', 'duckdb']) {
      const file = join(output, `s.${format}`);
      const period = ['--from', '2025-01-01', '--to', '2025-02-01', '--time-zone', 'Europe/Paris'];
      const { code, stderr } = await start(['export', '--mock', ...period, file], { node: node() }).outcome;
      expect({ code, stderr: stderr.replace(/[\d,]+ bytes/, 'N bytes') }).toEqual({
        code: 0,
        stderr: `Wrote 31 rows to ${file} (N bytes).\n`,
      });
    }
    expect(readFileSync(join(output, 's.csv'), 'utf8').split('\n')[1]).toMatch(
      /^2024-12-31T23:00:00Z,2025-01-01,,,,,\d+$/,
    );
    expect(readdirSync(output)).toHaveLength(10);
  });

  test.each([['get', '--mock'], ['doctor', '--mock'], ['--help'], ['completion', 'fish']])(
    'the command %s %s succeeds',
    async (...args) => {
      const { code, stderr } = await start(args, { node: node() }).outcome;
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    },
  );
});

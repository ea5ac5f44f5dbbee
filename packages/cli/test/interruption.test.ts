import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import sqlite3 from 'node-sqlite3-wasm';
import { expect, test } from 'vitest';
import { hoursOf, mockServer } from './support/mock.ts';
import { run, start, temporaryFolder } from './support/run.ts';

const years = ['--from', '2023-01-01', '--to', '2026-01-01', '--unit', 'hour'] as const;
const apps = ['--app', 'app-ios', '--app', 'app-web'] as const;
/** A module for a process: what waits for a retry, up to some seconds, waits for a 50th of it. Limits of time stay as they are. */
const fastRetries = `data:text/javascript,${encodeURIComponent(
  'const { setTimeout } = globalThis; globalThis.setTimeout = (f, ms, ...rest) => setTimeout(f, ms < 20_000 ? ms / 50 : ms, ...rest);',
)}`;
const faults = 'status=500@0.1; reset@0.05; truncate@0.05';

test('three years of hours of two apps have the same bytes after 20 % of faults and five kills as without any', async () => {
  const folder = temporaryFolder();
  const [killed, whole] = [join(folder, 'killed.csv'), join(folder, 'whole.csv')];
  const faulty = await mockServer({ faults });
  const args = ['export', ...years, ...apps, '--concurrency', '32', '--resume', ...faulty.args, killed];
  const env = { ...faulty.env, NODE_OPTIONS: `--import=${fastRetries}` };
  const journal = `${killed}.partial`;
  let kills = 0;
  // Kills at random moments: after a number of bytes of the journal.
  for (const share of [0.1, 0.25, 0.4, 0.6, 0.85].map((part) => part - Math.random() * 0.08)) {
    const { process, outcome } = start(args, { env });
    await grown(journal, share * 900_000, process);
    process.kill('SIGKILL');
    if ((await outcome).signal === 'SIGKILL') kills++;
    // There is never a half-written file under the final name.
    expect(existsSync(killed)).toBe(false);
  }
  expect(kills).toBe(5);
  const last = await start(args, { env }).outcome;
  expect(last.code, last.stderr).toBe(0);
  expect(existsSync(journal)).toBe(false);

  const reference = await mockServer();
  const { code, stderr } = await run(
    ['export', ...years, ...apps, '--concurrency', '32', ...reference.args, whole],
    reference,
  );
  expect(code, stderr).toBe(0);
  expect(readFileSync(killed).equals(readFileSync(whole))).toBe(true);

  const lines = readFileSync(killed, 'utf8').trim().split('\n').slice(1);
  expect(lines).toHaveLength(52_608);
  expect(new Set(lines.map((line) => line.replace(/,\d+$/, ''))).size).toBe(52_608);
  const expected = await hoursOf(
    reference.mock.url,
    '2023-01-01T00:00:00Z',
    '2026-01-01T00:00:00Z',
    'app-ios',
  );
  const ios = lines.map((line) => line.split(',')).filter(([, , app]) => app === 'app-ios');
  expect(new Map(ios.map((fields) => [Date.parse(fields[0] ?? ''), Number(fields.at(-1))]))).toEqual(
    new Map([...expected].sort(([a], [b]) => a - b)),
  );
}, 300_000);

test('SQLite and DuckDB read back the sums of the CSV file', async () => {
  const { mock, args, env, now } = await mockServer();
  const folder = temporaryFolder();
  const period = ['--from', '2025-01-01', '--to', '2026-01-01', '--unit', 'hour', '--concurrency', '32'];
  for (const format of ['csv', 'parquet', 'sqlite', 'duckdb']) {
    const { code, stderr } = await run(['export', ...period, ...apps, ...args, join(folder, `s.${format}`)], {
      env,
      now,
    });
    expect(code, stderr).toBe(0);
  }

  const expected = [8760, 8760];
  const sums = [];
  for (const app of ['app-ios', 'app-web']) {
    const hours = await hoursOf(mock.url, '2025-01-01T00:00:00Z', '2026-01-01T00:00:00Z', app);
    sums.push([...hours.values()].reduce((total, sessions) => total + sessions, 0));
  }
  const query = (source: string) =>
    `SELECT count(*)::INTEGER AS rows, sum(sessions)::BIGINT AS total FROM ${source} GROUP BY app_id ORDER BY app_id`;
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`ATTACH '${join(folder, 's.duckdb')}' AS source (READ_ONLY)`);
  for (const source of [`'${join(folder, 's.csv')}'`, `'${join(folder, 's.parquet')}'`, 'source.sessions']) {
    const rows = (await connection.runAndReadAll(query(source))).getRowObjects();
    expect(rows.map(({ rows }) => rows)).toEqual(expected);
    expect(rows.map(({ total }) => Number(total))).toEqual(sums);
  }
  connection.closeSync();
  instance.closeSync();
  const database = new sqlite3.Database(join(folder, 's.sqlite'), { readOnly: true });
  const rows = database.all(
    'SELECT count(*) AS rows, sum(sessions) AS total FROM sessions GROUP BY app_id ORDER BY app_id',
  );
  database.close();
  expect(rows.map(({ rows }) => rows)).toEqual(expected);
  expect(rows.map(({ total }) => Number(total))).toEqual(sums);
});

test('Ctrl-C keeps the fetched rows, says how to resume, and exits with 130', async () => {
  const { args, env } = await mockServer({ faults: 'latency=5' });
  const file = join(temporaryFolder(), 'sessions.parquet');
  const { process, outcome } = start(['export', ...years, ...args, file], { env });
  await grown(`${file}.partial`, 20_000, process);
  process.kill('SIGINT');
  const { code, stdout, stderr } = await outcome;
  expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
  expect(stderr).toMatch(
    new RegExp(
      `^Interrupted after [\\d,]+ rows\\. Run the same command with --resume to finish ${file}\\.\\n$`,
    ),
  );
  expect(existsSync(file)).toBe(false);
  // Without any option, the journal says what is left.
  const resumed = await start(['export', '--resume', ...args, file], { env }).outcome;
  expect(resumed.stderr).toMatch(/^Resuming after [\d,]+ rows\.\nWrote 26,304 rows to /);
  expect(resumed.code).toBe(0);
});

test('an export under a limit of 25 requests a second waits for the reset that the server names, without one 429', async () => {
  const { mock, args, env, now } = await mockServer({ faults: 'limit=25/1s' });
  const file = join(temporaryFolder(), 'sessions.csv');
  const period = ['--from', '2023-01-01', '--to', '2023-11-14', '--unit', 'hour'];
  const { code, stderr } = await run(['export', ...period, ...args, file], { env, now });
  expect(code, stderr).toBe(0);
  expect(mock.requests().map(({ status }) => status)).toEqual(Array.from({ length: 77 }, () => 200));
});

/** Waits until a file has grown to a size, or the process that writes it has ended. */
async function grown(file: string, size: number, process: ChildProcess): Promise<void> {
  while (process.exitCode === null && (statSync(file, { throwIfNoEntry: false })?.size ?? 0) < size)
    await pause(2);
}

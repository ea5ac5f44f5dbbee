import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { startMock } from '@session-series/mock';
import sqlite3 from 'node-sqlite3-wasm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csv } from '../../src/export/formats/csv.ts';
import { loadFormat } from '../../src/export/formats/formats.ts';
import { mockServer } from '../support/mock.ts';
import { run, start, temporaryFolder } from '../support/run.ts';
import { hoursOf } from './hours.ts';

const years = ['--from', '2023-01-01', '--to', '2026-01-01', '--unit', 'hour'] as const;
const apps = ['--app', 'app-ios', '--app', 'app-web'] as const;
/** A module for a process: what waits for a retry, up to some seconds, waits for a 50th of it. Limits of time stay as they are. */
const fastRetries = `data:text/javascript,${encodeURIComponent(
  'const { setTimeout } = globalThis; globalThis.setTimeout = (f, ms, ...rest) => setTimeout(f, ms < 20_000 ? ms / 50 : ms, ...rest);',
)}`;
const faults = 'status=500@0.1; reset@0.05; truncate@0.05';

/** The export in CSV without faults and signals, the same in the other formats, and the series as the mock returns it. */
let folderOfAll: string;
const exported = (format: string) => join(folderOfAll, `whole.${format}`);
const series = new Map<string, Map<number, number>>();
beforeAll(async () => {
  folderOfAll = mkdtempSync(join(tmpdir(), 'session-series-cli-'));
  await using mock = await startMock({ port: 0, now: '2026-03-01T12:30:00Z' });
  const options = ['--concurrency', '32', '--instance', mock.url, exported('csv')];
  const { code, stderr } = await run(['export', ...years, ...apps, ...options], {
    env: { SESSION_SERIES_API_KEY: 'test-key' },
  });
  expect(code, stderr).toBe(0);
  for (const format of ['parquet', 'sqlite', 'duckdb'] as const) {
    // The same rows: fetching them takes most of the time of an export.
    await (await loadFormat(format)).write(exported(format), csv.read(exported('csv')), {});
  }
  for (const app of ['app-ios', 'app-web']) {
    series.set(app, await hoursOf(mock.url, '2023-01-01T00:00:00Z', '2026-01-01T00:00:00Z', app));
  }
});
afterAll(() => rmSync(folderOfAll, { recursive: true, force: true }));

test('three years of hours of two apps have the same bytes after 20 % of faults and five kills as without any', async () => {
  const folder = temporaryFolder();
  const killed = join(folder, 'killed.csv');
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

  expect(readFileSync(killed).equals(readFileSync(exported('csv')))).toBe(true);
}, 300_000);

test('three years of hours of two apps are 52,608 rows without loss or repetition, equal to the series of the mock', () => {
  const [, ...lines] = readFileSync(exported('csv'), 'utf8').trim().split('\n');
  expect(lines).toHaveLength(52_608);
  const rows = lines.map((line) => line.split(','));
  for (const [app, hours] of series) {
    const found = rows
      .filter(([, , id]) => id === app)
      .map((row) => [Date.parse(row[0] ?? ''), Number(row[6])]);
    expect(found).toEqual([...hours].sort(([one], [other]) => one - other));
  }
});

test('SQLite and DuckDB read back three years with the sums of the series, from every format', async () => {
  const expected = [...series.values()].map((hours) => [
    26_304,
    [...hours.values()].reduce((total, sessions) => total + sessions, 0),
  ]);
  const query = (source: string) =>
    `SELECT count(*)::INTEGER AS rows, sum(sessions)::BIGINT AS total FROM ${source} GROUP BY app_id ORDER BY app_id`;
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`ATTACH '${exported('duckdb')}' AS source (READ_ONLY)`);
  for (const source of [`'${exported('csv')}'`, `'${exported('parquet')}'`, 'source.sessions']) {
    const rows = (await connection.runAndReadAll(query(source))).getRowObjects();
    expect(rows.map(({ rows, total }) => [rows, Number(total)])).toEqual(expected);
  }
  connection.closeSync();
  instance.closeSync();
  const database = new sqlite3.Database(exported('sqlite'), { readOnly: true });
  const rows = database.all(
    'SELECT count(*) AS rows, sum(sessions) AS total FROM sessions GROUP BY app_id ORDER BY app_id',
  );
  database.close();
  expect(rows.map(({ rows, total }) => [rows, Number(total)])).toEqual(expected);
});

test('Ctrl-C keeps the fetched rows, says how to resume, and exits with 130', async () => {
  const { args, env } = await mockServer({ faults: 'latency=5' });
  const file = join(temporaryFolder(), 'sessions.parquet');
  const year = ['--from', '2025-01-01', '--to', '2026-01-01', '--unit', 'hour'];
  const { process, outcome } = start(['export', ...year, ...args, file], { env });
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
  expect(resumed.stderr).toMatch(/^Resuming after [\d,]+ rows\.\nWrote 8,760 rows to /);
  expect(resumed.code).toBe(0);
});

/** Waits until a file has grown to a size, or the process that writes it has ended. */
async function grown(file: string, size: number, process: ChildProcess): Promise<void> {
  while (process.exitCode === null && (statSync(file, { throwIfNoEntry: false })?.size ?? 0) < size)
    await pause(2);
}

import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import type { ExportRecord } from '../../src/export/columns.ts';
import { parquet } from '../../src/export/formats/parquet.ts';
import { temporaryFolder } from '../support/run.ts';

const hour = 3_600_000;
const nobody = { app_id: null, app_name: null, segment_id: null, segment_name: null };
const ios = { ...nobody, app_id: 'app-ios', app_name: 'Für iOS 📱' };
const web = { ...nobody, app_id: 'app-web', segment_id: 'segment-new' };

/** Row groups have 10,000 rows: two of one series, then one of three, one of another series, and a short one of that. */
const seriesOf = (index: number) =>
  index < 20_000 ? ios : index < 30_000 ? ([ios, web, nobody][index % 3] ?? nobody) : web;

const counts = [0, 1, 2 ** 31 - 1, 2 ** 31, 2 ** 40, Number.MAX_SAFE_INTEGER];

function recordsFrom(first: number): ExportRecord[] {
  return Array.from({ length: 45_000 }, (_, index) => {
    const time = first + index * hour;
    const local_date = new Date(time).toISOString().slice(0, 10);
    // Only small counts at first, which are encoded in another way than large ones.
    const sessions = index < 10_000 ? index % 777 : (counts[index % counts.length] ?? 0);
    return { time, local_date, ...seriesOf(index), sessions };
  });
}

async function* inBatches(records: readonly ExportRecord[]) {
  for (let at = 0; at < records.length; at += 700) yield records.slice(at, at + 700);
}

test('a Parquet file of several row groups, before and after 1970, has the rows that were written, for DuckDB and for --append', async () => {
  const records = recordsFrom(Date.parse('1967-12-01T00:00:00Z'));
  const file = join(temporaryFolder(), 's.parquet');
  await parquet.write(file, inBatches(records), { query: '{}' });

  const read: ExportRecord[] = [];
  for await (const some of parquet.read(file)) read.push(...some);
  expect(read).toEqual(records);

  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(
    `SELECT epoch_ms(time)::DOUBLE AS time, local_date::VARCHAR AS local_date, * EXCLUDE (time, local_date, sessions),
        sessions::DOUBLE AS sessions FROM '${file}'`,
  );
  expect(reader.getRowObjects()).toEqual(records);
  // Row groups without the day are skipped by their statistics, which must be right.
  const { local_date } = records[12_345] ?? { local_date: '' };
  const day = await connection.runAndReadAll(
    `SELECT count(*)::INTEGER AS rows FROM '${file}' WHERE local_date = '${local_date}' AND time >= '${local_date} 12:00:00Z'`,
  );
  expect(day.getRowObjects()).toEqual([{ rows: 12 }]);
  connection.closeSync();
  instance.closeSync();
});

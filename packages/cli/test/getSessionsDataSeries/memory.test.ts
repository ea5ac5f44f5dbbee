import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { command, measure } from '../../bench/run.ts';
import { Journal } from '../../src/export/journal.ts';
import type { SavedQuery } from '../../src/export/state.ts';
import { mockServer } from '../support/mock.ts';
import { temporaryFolder } from '../support/run.ts';

const limit = 150;
const hour = 3_600_000;
const end = Date.parse('2026-03-01T00:00:00Z');
const apps = ['app-ios', 'app-android', 'app-web', 'a', 'b'];

test.each([
  ['csv', 100_000],
  ['parquet', 10_000],
])(
  'an export of 1,000,000 rows to %s, the last %i of which are fetched, takes at most 150 MB',
  async (format, fetched) => {
    const { mock } = await mockServer();
    const peaks: number[] = [];
    // Garbage builds up while the machine is too busy to collect it, so the smallest of some peaks counts.
    while (peaks.length < 4 && !peaks.some((peak) => peak <= limit)) {
      const file = interruptedExport(format, 1_000_000 - fetched, mock.url);
      const args = ['export', '--resume', '--quiet', '--concurrency', '8', file];
      peaks.push((await measure([command, ...args], mock.url)).megabytes);
      expect(JSON.parse(readFileSync(`${file}.state.json`, 'utf8'))).toMatchObject({ rows: 1_000_000 });
    }
    expect(Math.min(...peaks)).toBeLessThanOrEqual(limit);
    expect(mock.requests().length).toBeGreaterThanOrEqual(fetched / 100);
  },
);

/** An export of 200,000 hours of five apps that was interrupted after some rows. @returns its file */
function interruptedExport(format: string, rows: number, instance: string): string {
  const file = join(temporaryFolder(), `sessions.${format}`);
  const begin = end - 200_000 * hour;
  const query: SavedQuery = {
    operation: '/sessions/data_series',
    instance,
    from: new Date(begin).toISOString(),
    to: new Date(end).toISOString(),
    until_now: false,
    unit: 'hour',
    time_zone: 'UTC',
    series: apps.map((app_id) => ({ app_id })),
  };
  const journal = Journal.create(`${file}.partial`, query);
  for (let time = begin; time < begin + (rows / apps.length) * hour; time += 100 * hour) {
    const times = Array.from({ length: 100 }, (_, index) => time + index * hour);
    const batch = times.flatMap((time) =>
      apps.map((_, series) => ({ time, series, sessions: 1000 + series })),
    );
    journal.append({ rows: batch, next: time + 100 * hour });
  }
  journal.close();
  return file;
}

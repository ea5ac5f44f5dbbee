/**
 * Memory of an export of 1,000,000 rows, by format. The peak must not grow with the number of rows. `node
 * bench/memory.ts csv parquet` measures only these.
 */
import { join } from 'node:path';
import { command, measure, scratchFolder, startServer } from './run.ts';

const limit = 150;
const given = process.argv.slice(2);
const formats = given.length > 0 ? given : ['csv', 'parquet', 'ndjson', 'sqlite', 'duckdb'];
const server = await startServer();
const { folder, remove } = scratchFolder();
const apps = ['app-ios', 'app-android', 'app-web', 'a', 'b'].flatMap((app) => ['--app', app]);
try {
  console.log('format     100,000 rows   1,000,000 rows   limit');
  for (const format of formats) {
    const peaks: number[] = [];
    // 5 apps: 20,000 and 200,000 hours of each.
    for (const from of ['2023-11-19T16:00:00Z', '2003-05-08T16:00:00Z']) {
      const file = join(folder, `${from.slice(0, 4)}.${format}`);
      const period = ['--from', from, '--to', '2026-03-01T00:00:00Z', '--unit', 'hour'];
      const { megabytes } = await measure(
        [command, 'export', '--quiet', '--concurrency', '8', ...period, ...apps, file],
        server.url,
      );
      peaks.push(megabytes);
    }
    const [small = 0, large = 0] = peaks;
    const limited = format === 'csv' || format === 'parquet';
    console.log(
      `${format.padEnd(10)} ${small.toFixed(0).padStart(9)} MB ${large.toFixed(0).padStart(13)} MB ${limited ? `${limit} MB` : ''}`,
    );
    if (limited && Math.max(small, large) > limit) process.exitCode = 1;
  }
} finally {
  server.stop();
  remove();
}

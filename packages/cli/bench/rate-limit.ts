/**
 * An export of 200 requests to a server that allows 50 in 10 seconds: how long it takes, and how many
 * requests are refused (expected: none).
 */

import { join } from 'node:path';
import { startMock } from '@session-series/mock';
import { command, measure, scratchFolder } from './run.ts';

await using mock = await startMock({ port: 0, now: '2026-03-01T00:00:00Z', faults: 'limit=50/10s' });
const { folder, remove } = scratchFolder();
// 20,000 hours.
const period = ['--from', '2023-01-01', '--to', '2025-04-13T08:00:00Z', '--unit', 'hour'];
try {
  const { seconds } = await measure([command, 'export', ...period, join(folder, 's.csv')], mock.url);
  const statuses = mock.requests().map(({ status }) => status);
  const refused = statuses.filter((status) => status === 429).length;
  console.log(`${statuses.length} requests in ${seconds.toFixed(0)} s, ${refused} refused`);
  if (refused > 0) process.exitCode = 1;
} finally {
  remove();
}

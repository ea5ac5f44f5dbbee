/** Rows a second of an export to CSV and Parquet, compared with a loop of one's own over the client's range. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure, scratchFolder, startServer } from './run.ts';

const limit = 1.3;
const server = await startServer();
const { folder, remove } = scratchFolder();
// 100,000 hours of one app: 1,000 requests.
const [from, to] = ['2014-10-04T08:00:00Z', '2026-03-01T00:00:00Z'];
const loop = () => {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('client-loop.ts', import.meta.url)), server.url, from, to],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - start) / 1000;
};
const exported = async (format: string, round: number) => {
  const file = join(folder, `${round}.${format}`);
  const args = ['export', '--quiet', '--from', from, '--to', to, '--unit', 'hour', '--app', 'app-ios', file];
  return (await measure(args, server.url)).seconds;
};
try {
  const times: Record<string, number[]> = { loop: [], csv: [], parquet: [] };
  // Interleaved, so that a busy moment of the machine hits all of them.
  for (let round = 0; round < 5; round++) {
    times['loop']?.push(loop());
    for (const format of ['csv', 'parquet']) times[format]?.push(await exported(format, round));
  }
  const best = (name: string) => Math.min(...(times[name] ?? []));
  console.log('100,000 rows, the best of 5, whole processes');
  for (const name of Object.keys(times)) {
    const ratio = best(name) / best('loop');
    console.log(
      `${name.padEnd(8)} ${best(name).toFixed(2)} s  ${Math.round(100_000 / best(name))} rows/s  ${ratio.toFixed(2)}`,
    );
    if (ratio > limit) process.exitCode = 1;
  }
} finally {
  server.stop();
  remove();
}

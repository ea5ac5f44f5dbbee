/** Rows per second of an export to CSV and Parquet, compared with a hand-written loop over the client's range. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { command, type Measurement, measure, scratchFolder, startServer } from './run.ts';

const limit = 1.3;
const end = Date.parse('2026-03-01T00:00:00Z');
const loop = fileURLToPath(new URL('client-loop.ts', import.meta.url));
const server = await startServer();
const { folder, remove } = scratchFolder();
// 300,000 hours: 3,000 requests.
const rows = 300_000;
const [from, to] = [new Date(end - rows * 3_600_000).toISOString(), new Date(end).toISOString()];
const run = (name: string, round: number): Promise<Measurement> => {
  if (name === 'loop') return measure([loop, server.url, from, to]);
  const file = join(folder, `${round}.${name}`);
  const options = [
    'export',
    '--quiet',
    '--from',
    from,
    '--to',
    to,
    '--unit',
    'hour',
    '--app',
    'app-ios',
    file,
  ];
  return measure([command, ...options], server.url);
};
try {
  const measured: Record<string, Measurement[]> = { loop: [], csv: [], parquet: [] };
  // Interleaved, so that a busy moment of the machine affects all of them.
  for (let round = 0; round < 3; round++) {
    for (const [name, results] of Object.entries(measured)) results.push(await run(name, round));
  }
  const best = (name: string, of: 'seconds' | 'processor') =>
    Math.min(...(measured[name] ?? []).map((result) => result[of]));
  console.log(`${rows.toLocaleString('en')} rows, the best of 3, whole processes
          time    ratio   processor  ratio   rows/s`);
  for (const name of Object.keys(measured)) {
    const [seconds, processor] = [best(name, 'seconds'), best(name, 'processor')];
    const [ratio, share] = [seconds / best('loop', 'seconds'), processor / best('loop', 'processor')];
    const cells = [
      `${seconds.toFixed(2)} s`,
      ratio.toFixed(2),
      `${processor.toFixed(2)} s`,
      share.toFixed(2),
    ];
    console.log([name, ...cells, Math.round(rows / seconds)].map((cell) => String(cell).padEnd(9)).join(' '));
    if (ratio > limit) process.exitCode = 1;
  }
} finally {
  server.stop();
  remove();
}

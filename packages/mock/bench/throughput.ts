/**
 * The mock beside stock Prism and beside a bare server, in one run and under the same load: requests a second, latency,
 * start-up and memory. Prints medians, no verdict: machines are noisy.
 *
 * BENCH_SECONDS (4) and BENCH_ROUNDS (5) set the length of the first part, BENCH_REQUESTS (100,000) that of the second.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { headers, question } from './questions.ts';
import { type Candidate, ServerProcess } from './server-process.ts';

const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const amount = Number(process.env.BENCH_REQUESTS ?? 100_000);
const connections = 16;
const requests = Array.from({ length: 1009 }, (_, index) => ({ path: question(index) }));

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const resolve = createRequire(import.meta.url).resolve;
const document = resolve('@session-series/contract/openapi.en.json');
const mock: Candidate = {
  name: 'this mock',
  args: (port) => [file('../dist/cli.js'), '--port', `${port}`, '--rate-limit', '1000000000'],
};
const stock: Candidate = {
  name: 'stock prism mock',
  args: (port) => [resolve('@stoplight/prism-cli'), 'mock', document, '--port', `${port}`],
};
const bare: Candidate = { name: 'bare node:http', args: (port) => [file('bare-server.ts'), `${port}`] };
const candidates = [stock, mock, bare];

interface Measures {
  perSecond: number;
  p50: number;
  p99: number;
  cpu: number;
  start: number;
}

async function load(url: string, extent: { duration: number } | { amount: number }) {
  const result = await autocannon({ url, connections, headers, requests, ...extent });
  if (result.errors + result.non2xx > 0) {
    throw new Error(`${url}: ${result.errors} errors, ${result.non2xx} answers that were not 2xx.`);
  }
  return result;
}

async function measure(candidate: Candidate): Promise<Measures> {
  const { server, milliseconds } = await ServerProcess.start(candidate);
  await using running = server;
  await load(running.url, { duration: 1 });
  const before = await running.usage();
  const { requests: sent, duration, latency } = await load(running.url, { duration: seconds });
  const after = await running.usage();
  return {
    perSecond: sent.total / duration,
    p50: latency.p50,
    p99: latency.p99,
    cpu: (after.cpu - before.cpu) / sent.total,
    start: milliseconds,
  };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const found = new Map<Candidate, Measures[]>(candidates.map((candidate) => [candidate, []]));
for (let round = 1; round <= rounds; round += 1) {
  console.error(`round ${round} of ${rounds}`);
  for (const candidate of candidates) found.get(candidate)?.push(await measure(candidate));
}
const middle = (candidate: Candidate, key: keyof Measures): number =>
  median((found.get(candidate) ?? []).map((measures) => measures[key]));

console.log(
  `\n${connections} connections, ${requests.length} different requests, medians of ${rounds} rounds`,
);
console.table(
  Object.fromEntries(
    candidates.map((candidate) => {
      const perSecond = middle(candidate, 'perSecond');
      return [
        candidate.name,
        {
          'requests/s': Math.round(perSecond),
          'to stock': Number((perSecond / middle(stock, 'perSecond')).toFixed(2)),
          'to bare': Number((perSecond / middle(bare, 'perSecond')).toFixed(2)),
          'p50 ms': middle(candidate, 'p50'),
          'p99 ms': middle(candidate, 'p99'),
          'CPU µs each': Math.round(middle(candidate, 'cpu')),
          'first answer ms': Math.round(middle(candidate, 'start')),
        },
      ];
    }),
  ),
);

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);
const memory: Record<string, Record<string, number>> = {};
for (const candidate of [stock, mock]) {
  console.error(`memory of ${candidate.name}`);
  // Stock Prism would need a quarter of an hour for a million.
  const quarter = Math.ceil((candidate === stock ? Math.min(amount, 100_000) : amount) / 4);
  const { server } = await ServerProcess.start(candidate);
  await using running = server;
  const row: Record<string, number> = { start: megabytes((await running.usage()).rss) };
  for (let part = 1; part <= 4; part += 1) {
    await load(running.url, { amount: quarter });
    row[`${25 * part} %`] = megabytes((await running.usage()).rss);
  }
  memory[candidate.name] = { requests: 4 * quarter, ...row };
}
console.log('\nResident memory in MB, at the start and after each quarter of the requests');
console.table(memory);

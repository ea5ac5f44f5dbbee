/**
 * The mock compared with stock Prism and with a bare server, in one run and under the same load: requests a second, latency
 * and start-up. Prints medians, no verdict: machines are noisy.
 *
 * BENCH_SECONDS (4) and BENCH_ROUNDS (5) set the length.
 */
import { bare, connections, load, mock, stock } from './load.ts';
import { validQuestion } from './questions.ts';
import { type Candidate, ServerProcess } from './server-process.ts';

const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const questions = Array.from({ length: 1009 }, (_, index) => validQuestion(index));

const candidates = [stock, mock, bare];

interface Measures {
  perSecond: number;
  p50: number;
  p99: number;
  cpu: number;
  start: number;
}

async function measure(candidate: Candidate): Promise<Measures> {
  const { server, milliseconds } = await ServerProcess.start(candidate);
  await using running = server;
  await load(running.url, questions, { duration: 1 });
  const before = await running.usage();
  const { requests: sent, duration, latency } = await load(running.url, questions, { duration: seconds });
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
  `\n${connections} connections, ${questions.length} different requests, medians of ${rounds} rounds`,
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

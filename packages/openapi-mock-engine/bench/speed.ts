/**
 * The mock compared with stock Prism and with a bare server that has the same checker, in one run and under the same
 * load: requests a second, latency, processor time and start-up. Prints medians, no verdict: machines are noisy.
 *
 * BENCH_SECONDS (3) and BENCH_ROUNDS (3) set the length, BENCH_CASES=0,2 chooses cases.
 */
import { cases } from './cases.ts';
import { bare, connections, load, mock, questionsOf, stock } from './load.ts';
import { ServerProcess } from './server-process.ts';

const seconds = Number(process.env.BENCH_SECONDS ?? 3);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const chosen = (process.env.BENCH_CASES ?? [...cases.keys()].join()).split(',').map(Number);

interface Measures {
  perSecond: number;
  p99: number;
  cpu: number;
  start: number;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const table: Record<string, Record<string, number>> = {};
for (const one of chosen.flatMap((index) => cases[index] ?? [])) {
  const questions = questionsOf(one);
  const candidates = [stock(one), mock(one), bare(one)];
  const found = new Map<string, Measures[]>(candidates.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const candidate of candidates) {
      const { server, milliseconds } = await ServerProcess.start(candidate, one.question(0));
      await using running = server;
      await load(running.url, questions, { duration: 1 });
      const before = await running.usage();
      const { requests, duration, latency } = await load(running.url, questions, { duration: seconds });
      const after = await running.usage();
      found.get(candidate.name)?.push({
        perSecond: requests.total / duration,
        p99: latency.p99,
        cpu: (after.cpu - before.cpu) / requests.total,
        start: milliseconds,
      });
    }
  }
  const middle = (name: string, key: keyof Measures): number =>
    median((found.get(name) ?? []).map((measures) => measures[key]));
  const perSecond = middle('this mock', 'perSecond');
  const cpu = middle('this mock', 'cpu');
  table[`${one.subject.name}: ${one.name}`] = {
    'stock/s': Math.round(middle('stock prism mock', 'perSecond')),
    'mock/s': Math.round(perSecond),
    'bare/s': Math.round(middle('bare node:http', 'perSecond')),
    'to stock': Number((perSecond / middle('stock prism mock', 'perSecond')).toFixed(1)),
    'to bare': Number((perSecond / middle('bare node:http', 'perSecond')).toFixed(2)),
    'CPU µs': Math.round(cpu),
    'CPU of bare to mock': Number((middle('bare node:http', 'cpu') / cpu).toFixed(2)),
    'p99 ms': middle('this mock', 'p99'),
    'first ms': Math.round(middle('this mock', 'start')),
    'first of stock': Math.round(middle('stock prism mock', 'start')),
  };
  console.error(one.subject.name, one.name, table[`${one.subject.name}: ${one.name}`]);
}
console.log(`\n${connections} connections, 1,009 different requests a case, medians of ${rounds} rounds`);
console.table(table);

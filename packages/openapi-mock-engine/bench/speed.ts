/**
 * The mock compared with stock Prism and with a bare server that has the same validator, in one run and under
 * the same load: requests per second, latency, processor time and start-up. Prints medians without a verdict,
 * since machines are noisy.
 *
 * BENCH_SECONDS (2) and BENCH_ROUNDS (5) set the length, BENCH_CASES=0,2 chooses cases.
 */
import { cases } from './cases.ts';
import { bare, connections, load, mock, questionsOf, stock } from './load.ts';
import { ServerProcess } from './server-process.ts';

const seconds = Number(process.env.BENCH_SECONDS ?? 2);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
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
  const found = new Map<string, Measures[]>();
  const servers: { name: string; server: ServerProcess; start: number }[] = [];
  for (const candidate of [stock(one), mock(one), bare(one)]) {
    const { server, milliseconds } = await ServerProcess.start(candidate, one.question(0));
    servers.push({ name: candidate.name, server, start: milliseconds });
    found.set(candidate.name, []);
    // Until its code is compiled, even on a slow machine.
    await load(server.url, questions, { amount: candidate.name === 'stock prism mock' ? 200 : 20_000 });
  }
  // They take turns, so that other load on the machine affects all of them.
  for (let round = 1; round <= rounds; round += 1) {
    for (const { name, server, start } of servers) {
      const before = await server.usage();
      const { requests, duration, latency } = await load(server.url, questions, { duration: seconds });
      const after = await server.usage();
      found.get(name)?.push({
        perSecond: requests.total / duration,
        p99: latency.p99,
        cpu: (after.cpu - before.cpu) / requests.total,
        start,
      });
    }
  }
  for (const { server } of servers) await server[Symbol.asyncDispose]();
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

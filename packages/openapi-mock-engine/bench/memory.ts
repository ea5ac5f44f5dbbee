/**
 * The memory of the mock and of stock Prism under long loads. Prints figures, no verdict: machines differ.
 *
 * BENCH_REQUESTS (100,000) is the length of each load.
 */
import { cases } from './cases.ts';
import { load, mock, questionsOf, stock } from './load.ts';
import { type Candidate, ServerProcess } from './server-process.ts';

const amount = Number(process.env.BENCH_REQUESTS ?? 100_000);
// Stock Prism would need a quarter of an hour for a million.
const stockAmount = Math.min(amount, 100_000);

const table: Record<string, Record<string, number>> = {};
for (const one of cases.slice(0, 3)) {
  await measure(`${one.subject.name}: ${one.name}`, mock(one), amount);
  if (one === cases[0]) await measure('stock prism mock', stock(one), stockAmount);

  async function measure(title: string, candidate: Candidate, requests: number): Promise<void> {
    console.error(title);
    const { server } = await ServerProcess.start(candidate, one.question(0));
    await using running = server;
    const megabytes = async (): Promise<number> => Math.round((await running.usage()).rss / 1e6);
    const row: Record<string, number> = { requests, start: await megabytes() };
    for (let part = 1; part <= 4; part += 1) {
      await load(running.url, questionsOf(one), { amount: Math.ceil(requests / 4) });
      row[`${25 * part} %`] = await megabytes();
    }
    table[title] = row;
  }
}

console.log('\nResident memory in MB, at the start and after each quarter of the requests');
console.table(table);

/**
 * The memory of the mock under a long load, next to that of stock Prism under a shorter one. Prints figures
 * without a verdict, since machines differ.
 *
 * BENCH_REQUESTS (100,000) is the length of each load, BENCH_CASES=0,2 chooses cases. A million: `BENCH_REQUESTS=1000000 node
 * bench/memory.ts`.
 */
import { cases } from './cases.ts';
import { load, mock, questionsOf, stock } from './load.ts';
import { type Candidate, ServerProcess } from './server-process.ts';

const amount = Number(process.env.BENCH_REQUESTS ?? 100_000);
const chosen = (process.env.BENCH_CASES ?? '0,1,2').split(',').map(Number);
/** How often memory is read. */
const parts = 10;
// Stock Prism would need a quarter of an hour for a million.
const stockAmount = Math.min(amount, 100_000);

const table: Record<string, Record<string, number>> = {};
for (const one of chosen.flatMap((index) => cases[index] ?? [])) {
  await measure(`${one.subject.name}: ${one.name}`, mock(one), amount);
  if (one === cases[0]) await measure('stock prism mock', stock(one), stockAmount);

  async function measure(title: string, candidate: Candidate, requests: number): Promise<void> {
    const { server } = await ServerProcess.start(candidate, one.question(0));
    await using running = server;
    const megabytes = async (): Promise<number> => Math.round((await running.usage()).rss / 1e6);
    const row: Record<string, number> = { start: await megabytes() };
    table[`${title}, ${requests.toLocaleString('en')} requests`] = row;
    for (let part = 1; part <= parts; part += 1) {
      await load(running.url, questionsOf(one), { amount: Math.ceil(requests / parts) });
      row[`${(100 * part) / parts} %`] = await megabytes();
    }
    console.error(title, row);
  }
}

console.log('\nResident memory in MB, at the start and after each tenth of the requests');
console.table(table);

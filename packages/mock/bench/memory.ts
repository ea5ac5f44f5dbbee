/**
 * The memory of the mock compared with stock Prism under long loads: one of valid requests, and one with mistakes and
 * `Prefer` among them, so that the mock has Prism loaded too. Prints figures, no verdict: machines differ.
 *
 * BENCH_REQUESTS (100,000) is the length of each load.
 */
import { load, mock, stock } from './load.ts';
import { mixedQuestion, type Question, validQuestion } from './questions.ts';
import { type Candidate, ServerProcess } from './server-process.ts';

const amount = Number(process.env.BENCH_REQUESTS ?? 100_000);
// Stock Prism would need a quarter of an hour for a million.
const stockAmount = Math.min(amount, 100_000);

const questions = (question: (index: number) => Question) =>
  Array.from({ length: 1009 }, (_, i) => question(i));
const valid = questions(validQuestion);
const mixed = questions(mixedQuestion);

const table: Record<string, Record<string, number>> = {};

async function measure(title: string, candidate: Candidate, asked: readonly Question[], requests: number) {
  console.error(title);
  const { server } = await ServerProcess.start(candidate);
  await using running = server;
  const megabytes = async (): Promise<number> => Math.round((await running.usage()).rss / 1e6);
  const row: Record<string, number> = { requests, start: await megabytes() };
  for (let part = 1; part <= 4; part += 1) {
    await load(running.url, asked, { amount: Math.ceil(requests / 4) });
    row[`${25 * part} %`] = await megabytes();
  }
  table[title] = row;
}

await measure('stock prism mock, valid requests', stock, valid, stockAmount);
await measure('this mock, valid requests', mock, valid, amount);
await measure('this mock, mixed requests', mock, mixed, amount);

console.log('\nResident memory in MB, at the start and after each quarter of the requests');
console.table(table);

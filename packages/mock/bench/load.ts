/** The servers under test, and the load that they are put under. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { headers, type Question } from './questions.ts';
import type { Candidate } from './server-process.ts';

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const resolve = createRequire(import.meta.url).resolve;
const document = resolve('@session-series/contract/openapi.en.json');

export const mock: Candidate = {
  name: 'this mock',
  args: (port) => [file('../dist/cli.js'), '--port', `${port}`, '--rate-limit', '1000000000'],
};
export const stock: Candidate = {
  name: 'stock prism mock',
  args: (port) => [resolve('@stoplight/prism-cli'), 'mock', document, '--port', `${port}`],
};
export const bare: Candidate = {
  name: 'bare node:http',
  args: (port) => [file('bare-server.ts'), `${port}`],
};

export const connections = 16;

/** Asks a server again and again. @throws if a request gets no answer, or any but the questions' own statuses */
export async function load(
  url: string,
  questions: readonly Question[],
  extent: { duration: number } | { amount: number },
) {
  const requests = questions.map((question) => ({
    ...question,
    headers: { ...headers, ...question.headers },
  }));
  const result = await autocannon({ url, connections, requests, ...extent });
  const refusable = questions.some(({ refused }) => refused);
  if (result.errors > 0 || result['5xx'] > 0 || (result.non2xx > 0 && !refusable)) {
    throw new Error(`${url}: ${result.errors} errors, ${result.non2xx} answers that were not 2xx.`);
  }
  return result;
}

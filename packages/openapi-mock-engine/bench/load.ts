/** The servers under test, and their load. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { type Case, cases, type Question } from './cases.ts';
import type { Candidate } from './server-process.ts';

const { resolve } = createRequire(import.meta.url);

export const connections = 16;

/** Different requests of one case. */
export const questionsOf = ({ question }: Case): Question[] =>
  Array.from({ length: 1009 }, (_, index) => question(index));

export const stock = ({ subject }: Case): Candidate => ({
  name: 'stock prism mock',
  args: (port) => [resolve('@stoplight/prism-cli'), 'mock', subject.document, '--port', `${port}`],
});
export const mock = ({ subject }: Case): Candidate => ({
  name: 'this mock',
  args: (port) => [...subject.mock, '--port', `${port}`],
});
export const bare = (one: Case): Candidate => ({
  name: 'bare node:http',
  args: (port) => [
    fileURLToPath(new URL('bare-server.ts', import.meta.url)),
    `${cases.indexOf(one)}`,
    `${port}`,
  ],
});

/** Sends requests to a server continuously. @throws if a request is not answered, or not with success */
export async function load(
  url: string,
  questions: readonly Question[],
  extent: { duration: number } | { amount: number },
) {
  const result = await autocannon({ url, connections, requests: [...questions], ...extent });
  if (result.errors > 0 || result.non2xx > 0) {
    throw new Error(`${url}: ${result.errors} errors, ${result.non2xx} answers that were not 2xx.`);
  }
  return result;
}

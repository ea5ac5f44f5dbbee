/**
 * Random requests over every operation of the growth contract: mutated valid ones and nonsense. Counts what
 * must never happen: exceptions, unrequested 5xx, and answers that violate the contract. Exits with 1 if
 * there is any.
 *
 * FUZZ_REQUESTS (250,000) and FUZZ_SEED (1) set the run.
 */

import type { MockRequest } from '../src/message.ts';
import { Mock } from '../src/mock.ts';
import { createRandom } from '../src/random.ts';
import { responseFindings } from '../src/record/drift.ts';
import { growth } from '../test/support/growth.ts';
import { type SentRequest, validRequest, wrongRequests } from '../test/support/requests.ts';

const amount = Number(process.env.FUZZ_REQUESTS ?? 250_000);
const random = createRandom(Number(process.env.FUZZ_SEED ?? 1));
const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];

const mock = new Mock(growth, { state: true });
const { contract } = mock;
const pool = contract.operations.flatMap((operation) => {
  const valid = validRequest(contract, operation);
  return [
    ...(valid === undefined ? [] : [valid]),
    ...wrongRequests(contract, operation).map(({ request }) => request),
  ];
});

const pieces = [
  '',
  '%',
  '%00',
  '%FF',
  '__proto__',
  'constructor',
  '[]',
  '{}',
  '"',
  "'",
  '<',
  '\u0000',
  'é',
  '😀',
  '&',
  '=',
  '?',
  '#',
  ';',
  ',',
  '|',
  '..',
  '/',
  '1e999',
  '-0',
  'null',
  'true',
  'a'.repeat(300),
];
const names = [
  'content-type',
  'accept',
  'prefer',
  'cookie',
  'x-harbor-key',
  'authorization',
  'x-mock-isolation',
  'if-match',
  'x-request-id',
];
const types = [
  'application/json',
  'json',
  'text/html, text/html',
  'multipart/form-data; boundary=',
  'application/x-www-form-urlencoded',
  'text/csv',
  '*/*',
  ';;',
  'application/json; charset="',
];

function mutate(text: string): string {
  const at = Math.floor(random() * (text.length + 1));
  const removed = Math.floor(random() * 4);
  return `${text.slice(0, at)}${pick(pieces) ?? ''}${text.slice(at + removed)}`;
}

function next(): MockRequest {
  const base: SentRequest = pick(pool) ?? { method: 'GET', target: '/', headers: {} };
  let { target, method, body } = base;
  const headers: { [name: string]: string } = Object.fromEntries(
    Object.entries(base.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const changes = Math.floor(random() * 4);
  for (let change = 0; change < changes; change += 1) {
    const kind = random();
    if (kind < 0.4) target = mutate(target);
    else if (kind < 0.65) body = mutate(body ?? '');
    else if (kind < 0.85) headers[pick(names) ?? ''] = random() < 0.5 ? (pick(types) ?? '') : mutate('x');
    else
      method =
        pick(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'QUERY', 'X']) ?? 'GET';
  }
  const [path = '', ...query] = target.split('?');
  return {
    method,
    path: path.startsWith('/_mock') ? '/' : path,
    query: query.join('?'),
    headers,
    ...(body === undefined ? {} : { body }),
  };
}

const statuses = new Map<number, number>();
const failures: string[] = [];
const begun = performance.now();
for (let index = 0; index < amount; index += 1) {
  const request = next();
  try {
    const { answer } = await mock.handle(request);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    const entry = mock.log.list().at(-1);
    const operation = entry?.operationId === undefined ? undefined : contract.operation(entry.operationId);
    const broken =
      answer.status >= 500
        ? ['an unasked 5xx']
        : answer.status < 300 && operation !== undefined
          ? responseFindings(contract, operation, answer, request.method)
          : [];
    for (const finding of broken) failures.push(`${JSON.stringify(request)}: ${answer.status} ${finding}`);
    if (index % 1_000 === 0) mock.log.reset();
  } catch (error) {
    failures.push(
      `${JSON.stringify(request)}: threw ${error instanceof Error ? error.stack : String(error)}`,
    );
  }
}
console.log(
  `${amount} requests in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  Object.fromEntries([...statuses].sort(([a], [b]) => a - b)),
);
console.log(`${failures.length} failures`);
for (const failure of failures.slice(0, 10)) console.log(failure.slice(0, 600));
process.exitCode = failures.length === 0 ? 0 : 1;

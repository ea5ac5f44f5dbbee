/**
 * Published contracts of other projects: each is started, and the example request of each operation is sent.
 * Prints a table: operations, requests that could be made, valid answers, start time and memory.
 *
 * `node bench/strangers.ts <folder or file>…`; without arguments, the contract of GitHub from @octokit/openapi.
 * The table of the README was made with the repositories that it names, cloned side by side.
 */
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { loadDocument } from '../src/cli/load-contract.ts';
import { Mock } from '../src/mock.ts';
import { isObject } from '../src/model/json.ts';
import { responseFindings } from '../src/record/drift.ts';
import { type SentRequest, validRequest } from '../test/support/requests.ts';

const given = process.argv.slice(2);
const sources =
  given.length > 0
    ? given
    : [createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json')];
const files = sources.flatMap((source) =>
  statSync(source).isDirectory()
    ? readdirSync(source)
        .filter((name) => /\.(?:ya?ml|json)$/.test(name))
        .map((name) => join(source, name))
    : [source],
);

const rows: Record<string, Record<string, number | string>> = {};
const failures: string[] = [];
for (const file of files) {
  const document = await loadDocument(file);
  if (!isObject(document) || typeof document.openapi !== 'string') continue;
  globalThis.gc?.();
  const memory = process.memoryUsage().rss;
  const begun = performance.now();
  let mock: Mock;
  try {
    mock = new Mock(document);
  } catch (error) {
    rows[basename(file)] = { operations: 0, start: error instanceof Error ? error.message : String(error) };
    continue;
  }
  const start = performance.now() - begun;
  let [sent, valid] = [0, 0];
  for (const operation of mock.contract.operations) {
    const request = validRequest(mock.contract, operation);
    if (request === undefined) {
      failures.push(`${basename(file)} ${operation.id}: no request can be made`);
      continue;
    }
    sent += 1;
    const { answer } = await mock.handle(toMockRequest(request));
    const findings =
      answer.status >= 400 && answer.status !== Number(operation.responses[0]?.status)
        ? [`${answer.status} ${String(answer.body).slice(0, 300)}`]
        : responseFindings(mock.contract, operation, answer);
    if (findings.length === 0) valid += 1;
    else failures.push(`${basename(file)} ${operation.id}: ${findings[0]}`);
  }
  rows[basename(file)] = {
    operations: mock.contract.operations.length,
    requests: sent,
    valid,
    'start ms': Math.round(start),
    'memory MB': Math.round((process.memoryUsage().rss - memory) / 1e6),
  };
}
console.table(rows);
for (const failure of failures.slice(0, Number(process.env.BENCH_FAILURES ?? 20))) console.log(failure);

function toMockRequest({ method, target, headers, body }: SentRequest) {
  const [path = '', ...query] = target.split('?');
  const lower = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return { method, path, query: query.join('?'), headers: lower, ...(body === undefined ? {} : { body }) };
}

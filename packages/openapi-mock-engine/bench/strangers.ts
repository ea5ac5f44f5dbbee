/**
 * Published contracts of other projects: each is mocked in a separate process, and the example request of
 * each operation is sent. Prints a table: operations, requests that could be made, valid answers, the time
 * until the mock is ready (its file read), and the memory of the process after all answers.
 *
 * `node bench/strangers.ts <folder or file>…`; without arguments, the contract of GitHub from @octokit/openapi. The table of
 * the README was made with the public repositories of the vendors that it names. BENCH_FAILURES (20) failures are printed.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadContract } from '../src/cli/load-contract.ts';
import { Mock } from '../src/mock.ts';
import { isObject } from '../src/model/json.ts';
import { responseFindings } from '../src/record/drift.ts';
import { type SentRequest, validRequest } from '../test/support/requests.ts';

/** The results for one contract. */
interface Report {
  row: { [column: string]: number | string };
  failures: string[];
}

const [first, ...more] = process.argv.slice(2);
if (first === '--one') console.log(JSON.stringify(await tryOne(more[0] ?? '')));
else tryAll(first === undefined ? [] : [first, ...more]);

function tryAll(given: readonly string[]): void {
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
  const rows: Record<string, Report['row']> = {};
  const failures: string[] = [];
  for (const file of files) {
    const printed = execFileSync(
      process.execPath,
      ['--expose-gc', fileURLToPath(import.meta.url), '--one', file],
      {
        encoding: 'utf8',
      },
    );
    const report: Report = JSON.parse(printed.slice(printed.indexOf('{"row"')));
    rows[basename(file)] = report.row;
    failures.push(...report.failures.map((failure) => `${basename(file)} ${failure}`));
  }
  console.table(rows);
  for (const failure of failures.slice(0, Number(process.env.BENCH_FAILURES ?? 20))) console.log(failure);
}

async function tryOne(file: string): Promise<Report> {
  const begun = performance.now();
  const { document } = await loadContract(file);
  if (!isObject(document) || typeof document.openapi !== 'string')
    return { row: { operations: 'no OpenAPI 3 document' }, failures: [] };
  const mock = new Mock(document);
  const start = Math.round(performance.now() - begun);
  const failures: string[] = [];
  let [sent, valid] = [0, 0];
  for (const operation of mock.contract.operations) {
    const request = validRequest(mock.contract, operation);
    if (request === undefined) {
      failures.push(`${operation.id}: no request can be made`);
      continue;
    }
    sent += 1;
    const { answer } = await mock.handle(toMockRequest(request));
    const findings =
      answer.status >= 400 && answer.status !== Number(operation.responses[0]?.status)
        ? [`${answer.status} ${String(answer.body).slice(0, 300)}`]
        : responseFindings(mock.contract, operation, answer, request.method);
    if (findings.length === 0) valid += 1;
    else failures.push(`${operation.id}: ${findings[0]}`);
  }
  const operations = mock.contract.operations.length;
  globalThis.gc?.();
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  return { row: { operations, requests: sent, valid, 'start ms': start, 'memory MB': memory }, failures };
}

function toMockRequest({ method, target, headers, body }: SentRequest) {
  const [path = '', ...query] = target.split('?');
  const lower = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return { method, path, query: query.join('?'), headers: lower, ...(body === undefined ? {} : { body }) };
}

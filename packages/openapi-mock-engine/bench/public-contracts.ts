/**
 * Published contracts of other projects: the command mocks each, and the example request of each operation is sent to it.
 * Prints a table: operations, requests that could be made, valid answers, the time from the start of the process to its
 * first answer, and its memory after all answers.
 *
 * `node bench/public-contracts.ts <folder or file>…`; without arguments, the contract of GitHub from @octokit/openapi. The table of
 * the README was made with the public repositories of the vendors that it names. BENCH_FAILURES (20) failures are printed.
 */
import { readdirSync, statSync } from 'node:fs';
import { Agent, request as send } from 'node:http';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadContract } from '../src/cli/load-contract.ts';
import type { MockAnswer } from '../src/message.ts';
import { readContract } from '../src/model/index.ts';
import { responseFindings } from '../src/record/drift.ts';
import { type SentRequest, validRequest } from '../test/support/requests.ts';
import { ServerProcess } from './server-process.ts';

const cli = fileURLToPath(new URL('../bin/openapi-mock-engine.js', import.meta.url));
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
const rows: Record<string, Record<string, number>> = {};
const failures: string[] = [];
for (const file of files) {
  try {
    await tryOne(file);
  } catch (error) {
    failures.push(`${basename(file)}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
console.table(rows);
for (const failure of failures.slice(0, Number(process.env.BENCH_FAILURES ?? 20))) console.log(failure);

async function tryOne(file: string): Promise<void> {
  const contract = readContract((await loadContract(file)).document);
  const { server, milliseconds } = await ServerProcess.start(
    { name: file, args: (port) => [cli, file, '--port', `${port}`] },
    { method: 'GET', path: '/_mock', headers: {} },
  );
  await using running = server;
  const agent = new Agent({ keepAlive: true });
  let [sent, valid] = [0, 0];
  for (const operation of contract.operations) {
    const request = validRequest(contract, operation);
    if (request === undefined) {
      failures.push(`${basename(file)} ${operation.id}: no request can be made`);
      continue;
    }
    sent += 1;
    const answer = await ask(running.url, request, agent).catch((error: unknown) => String(error));
    const findings =
      typeof answer === 'string'
        ? [answer]
        : answer.status >= 400 && answer.status !== Number(operation.responses[0]?.status)
          ? [`${answer.status} ${String(answer.body).slice(0, 300)}`]
          : responseFindings(contract, operation, answer, request.method);
    if (findings.length === 0) valid += 1;
    else failures.push(`${basename(file)} ${operation.id}: ${findings[0]}`);
  }
  agent.destroy();
  const { rss } = await running.usage();
  rows[basename(file)] = {
    operations: contract.operations.length,
    requests: sent,
    valid,
    'start ms': Math.round(milliseconds),
    'memory MB': Math.round(rss / 1e6),
  };
}

function ask(url: string, { method, target, headers, body }: SentRequest, agent: Agent): Promise<MockAnswer> {
  return new Promise((resolve, reject) => {
    // With an explicit length, bodies go with any method.
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    send(url + target, { method, headers: { ...headers, ...length }, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const plain = Object.entries(response.headers).map(([name, value]) => [name, String(value)] as const);
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(plain), body: text });
      });
    })
      .on('error', reject)
      .end(body);
  });
}

/**
 * The minimum that could do the job, for comparison: `node:http`, this package's own validator, and one fixed
 * answer or what a handler returns, with the headers of the mock. It has no log, no faults, no examples to choose from,
 * and no error messages.
 *
 * `node bench/bare-server.ts <case> <port>`
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parse } from 'yaml';
import { Mock } from '../dist/index.js';
import { checkRequest, checkSecurity, decodeBody, PathMatcher, sourceOf } from '../dist/model/index.js';
import { cases } from './cases.ts';

const asked = cases[Number(process.argv[2])];
if (asked === undefined) throw new Error('There is no such case.');
const { subject, operationId, question } = asked;
const options = subject.handlers === undefined ? {} : (await import(subject.handlers)).toEngineOptions({});
const handler = options.handlers?.[operationId];

const text = readFileSync(subject.document, 'utf8');
const mock = new Mock(subject.document.endsWith('.json') ? JSON.parse(text) : parse(text));
const { contract } = mock;
const operation = contract.operation(operationId);
if (operation === undefined) throw new Error('The contract has no such operation.');
const matcher = new PathMatcher(contract.operations);

const sample = question(0);
const [path = '', query = ''] = sample.path.split('?');
const { answer } = await mock.handle({ ...sample, path, query });

createServer((request, response) => {
  const chunks: Buffer[] = [];
  const respond = (): void => {
    const [pathname = '', search = ''] = (request.url ?? '').split('?');
    const match = matcher.match(pathname, request.method);
    if (match?.methods.get(request.method ?? '') !== operation) throw new Error('Another operation.');
    const parts = {
      path: match.parameters,
      query: search,
      headers: request.headers,
      body:
        chunks.length === 0
          ? undefined
          : decodeBody(
              Buffer.concat(chunks),
              request.headers['content-type'],
              operation.requestBody?.content ?? [],
              contract,
            ),
    };
    const source = sourceOf(parts);
    const checked = checkRequest(contract, operation, parts, { source });
    if (checkSecurity(operation, source).length > 0 || checked.findings.length > 0)
      throw new Error('The request is wrong.');
    const body = handler === undefined ? answer.body : handler({ ...checked, now: Date.now() }).text;
    response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(body) });
    response.end(body);
  };
  if (request.method === 'GET') {
    respond();
    return;
  }
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', respond);
}).listen(Number(process.argv[3]), '127.0.0.1');

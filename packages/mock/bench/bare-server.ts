/**
 * The least that could do the job, as a yardstick: `node:http`, one validator compiled by ajv from the contract's
 * parameters, and the mock's own handler, so that the answer's content is the same. It listens on the port of its
 * first argument, and words no error.
 */
import { createServer } from 'node:http';
import { Ajv } from 'ajv';
import { readContract } from 'openapi-mock-engine/model';
import { document } from '../dist/generated/document.js';
import { getSessionsDataSeries } from '../dist/handlers/getSessionsDataSeries.js';
import { createModel } from '../dist/series/model.js';

const [operation] = readContract(document).operations;
if (operation === undefined) throw new Error('The contract has no operation.');
const validate = new Ajv({ coerceTypes: true, useDefaults: true, strict: false }).compile({
  type: 'object',
  properties: Object.fromEntries(operation.parameters.map(({ name, schema }) => [name, schema])),
  required: operation.parameters.filter(({ required }) => required).map(({ name }) => name),
  additionalProperties: false,
});
const source = createModel();
/** What the handler does not look at. */
const unused = {
  path: {},
  headers: {},
  cookies: {},
  body: undefined,
  random: Math.random,
  state: new Map(),
  operation,
};

createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const parameters = Object.fromEntries(searchParams);
  const refused =
    pathname !== operation.path || request.method !== operation.method
      ? 404
      : request.headers.authorization?.startsWith('Bearer ') !== true
        ? 401
        : validate(parameters)
          ? undefined
          : 400;
  const answer =
    refused === undefined
      ? getSessionsDataSeries({ ...unused, query: parameters, now: Date.now() }, source)
      : undefined;
  const body = answer !== undefined && 'text' in answer ? String(answer.text) : '{"message":"refused"}';
  response.writeHead(refused ?? 200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}).listen(Number(process.argv[2]), '127.0.0.1');

/**
 * The least that could do the job, as a yardstick: `node:http`, one validator compiled by ajv from the contract's
 * parameters, and the mock's own handler, so that the answer's content is the same. It listens on the port of its
 * first argument, and words no error.
 */
import { createServer } from 'node:http';
import { Ajv } from 'ajv';
import { contract } from '../dist/generated/contract.js';
import { getSessionsDataSeries } from '../dist/handlers/getSessionsDataSeries.js';
import { createModel } from '../dist/series/model.js';

const [operation] = contract.operations;
if (operation === undefined) throw new Error('The contract has no operation.');
const validate = new Ajv({ coerceTypes: true, useDefaults: true, strict: false }).compile({
  type: 'object',
  properties: Object.fromEntries(operation.query.map(({ name, schema }) => [name, schema])),
  required: operation.query.filter(({ required }) => required).map(({ name }) => name),
  additionalProperties: false,
});
const source = createModel();

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
    refused === undefined ? getSessionsDataSeries(parameters, { source, now: Date.now() }) : undefined;
  const body = answer !== undefined && 'json' in answer ? answer.json : '{"message":"refused"}';
  response.writeHead(refused ?? 200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}).listen(Number(process.argv[2]), '127.0.0.1');

/**
 * The server with a contract with every shape: it forwards each operation as the contract says, and never
 * fails.
 */
import { readFile } from 'node:fs/promises';
import { type Operation, readContract, serializeParameters } from 'openapi-mock-engine/model';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { createApp } from '../server/app.ts';
import { optionsFor } from './options.ts';

const file = new URL(import.meta.resolve('growth-contract/growth.openapi.yaml'));
const contract = readContract(parse(await readFile(file, 'utf8')));
const real = { instance: 'test', url: 'https://upstream.invalid', key: 'k3y-that-must-never-leave' };

interface Sent {
  url: string;
  method: string | undefined;
  headers: Headers;
  body: unknown;
}

/** Sends a request to the server, in front of an API with one fixed response. */
async function ask(path: string, init: RequestInit, answer: () => Response) {
  const sent: Sent[] = [];
  const app = createApp(optionsFor({ real }), contract, {
    fetch: async (url, { method, headers, body } = {}) => {
      sent.push({ url: String(url), method, headers: new Headers(headers), body });
      return answer();
    },
  });
  return { response: await app.request(`http://127.0.0.1:4012/api${path}`, init), sent };
}

/** A request from the contract's own examples. */
function requestOf(operation: Operation): { path: string; init: RequestInit } {
  const values = { path: {}, query: {}, headers: {}, cookies: {} };
  const groups = {
    path: values.path,
    query: values.query,
    header: values.headers,
    cookie: values.cookies,
    querystring: values.query,
  };
  for (const { in: place, name, examples, required } of operation.parameters)
    if (examples[0] && (required || place === 'query'))
      Object.assign(groups[place], { [name]: examples[0].value });
  const { path, query, headers } = serializeParameters(operation, values);
  const json = operation.requestBody?.content.find(({ mediaType }) => mediaType.endsWith('json'));
  const body = json?.examples[0] && JSON.stringify(json.examples[0].value);
  return {
    path: `${path}${query === '' ? '' : `?${query}`}`,
    init: {
      method: operation.method,
      headers: {
        ...headers,
        ...(body &&
          json && { 'content-type': json.mediaType, 'content-length': String(Buffer.byteLength(body)) }),
      },
      ...(body && { body }),
    },
  };
}

it.each(contract.operations.map((operation) => [operation.id, operation] as const))(
  'the proxy forwards %s, or says why it does not',
  async (_id, operation) => {
    const { path, init } = requestOf(operation);
    const { response, sent } = await ask(path, init, () => Response.json({ ok: true }));
    const isForwarded = response.status === 200;
    expect(sent).toHaveLength(isForwarded ? 1 : 0);
    if (isForwarded) {
      const [template = ''] = operation.path.split('{');
      expect(new URL(sent[0]?.url ?? '').pathname.startsWith(template)).toBe(true);
      expect(sent[0]?.method).toBe(operation.method);
    } else {
      // A body without an example, or credentials that the server does not have.
      expect([400, 501]).toContain(response.status);
      expect((await response.json()).message).toMatch(/\w{3,}.*\./);
    }
  },
);

it('the proxy forwards most operations from their examples alone', async () => {
  const statuses = await Promise.all(
    contract.operations.map(async (operation) => {
      const { path, init } = requestOf(operation);
      return (await ask(path, init, () => Response.json({}))).response.status;
    }),
  );
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(statuses.length / 2);
});

it('the proxy sends the key only if the contract requires one', async () => {
  const open = contract.operations.find(({ security, method }) => security.length === 0 && method === 'GET');
  if (!open) throw new Error('The contract has no open operation.');
  const { path, init } = requestOf(open);
  const { sent } = await ask(path, init, () => Response.json({}));
  expect(JSON.stringify([sent[0]?.url, ...(sent[0]?.headers ?? [])])).not.toContain(real.key);
});

it('the proxy puts the key where the contract requires it', async () => {
  const keyed = contract.operations.filter(({ security }) => security[0]?.[0]?.scheme.in === 'header');
  let checked = 0;
  for (const operation of keyed) {
    const { path, init } = requestOf(operation);
    const { sent } = await ask(path, init, () => Response.json({}));
    if (!sent[0]) continue;
    expect(sent[0].headers.get(operation.security[0]?.[0]?.scheme.parameter ?? '')).toBe(real.key);
    checked += 1;
  }
  expect(checked).toBeGreaterThan(5);
});

it('the proxy forwards the cookies that the contract declares, and no others', async () => {
  const cookie = 'view=full; session=of-the-browser';
  const { sent } = await ask('/berths', { headers: { 'x-cookie': cookie, cookie } }, () => Response.json([]));
  expect(sent[0]?.headers.get('cookie')).toBe('view=full');
  const refused = await ask('/berths', { headers: { 'x-cookie': 'view=huge' } }, () => Response.json([]));
  expect(refused.response.status).toBe(400);
  expect((await refused.response.json()).message).toContain('view: "huge" is not allowed');
  expect(refused.sent).toEqual([]);
});

it.each(['..', '.', '%2e%2e', '..%2f..', '%2E%2e'])(
  'a path parameter cannot leave its path in the proxy: %s',
  async (value) => {
    const { response, sent } = await ask(`/berths/${value}`, {}, () => Response.json({}));
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(sent).toEqual([]);
  },
);

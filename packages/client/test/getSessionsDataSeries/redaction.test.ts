import { inspect } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import { createClient, type Fetch, type FetchInit } from '../../src/index.ts';
import { logHooks } from '../../src/log.ts';
import { redactor } from '../../src/redact.ts';

const apiKey = 'canary-key';
const query = { length: 1 };
const everything = (value: unknown) =>
  inspect(value, { depth: 20, showHidden: true, getters: true }) + JSON.stringify(value);

async function failure(fetch: Fetch) {
  const messages: string[] = [];
  const write = (message: string) => void messages.push(message);
  const client = createClient({
    baseUrl: 'https://back-end.example',
    apiKey,
    fetch,
    ...logHooks({ warn: write, debug: write }, 'debug'),
    maxRetries: 1,
    initialRetryDelay: 0,
  });
  const error = await client.getSessionsDataSeries(query).catch((thrown: unknown) => thrown);
  return { error, messages };
}

describe('a key that a server or a fetch repeats is redacted', () => {
  test.for<[string, Fetch]>([
    [
      'in the message and the errors of a body',
      async (_url, { headers }) =>
        Response.json(
          { message: `No such key: ${apiKey}`, errors: [headers['authorization']] },
          { status: 401 },
        ),
    ],
    ['in a body that is not JSON', async () => new Response(`${apiKey} is unknown`)],
    ['in JSON that breaks the contract', async () => Response.json({ message: apiKey })],
    [
      'in X-Request-Id and other headers',
      async () => Response.json({}, { status: 500, headers: { 'x-request-id': apiKey, 'x-key': apiKey } }),
    ],
    [
      'in a redirect',
      async () =>
        new Response(null, { status: 302, headers: { location: `https://login.example/?key=${apiKey}` } }),
    ],
    [
      'in the message of an error',
      async () =>
        Promise.reject(
          new TypeError('fetch failed', {
            cause: Object.assign(new Error(`GET with ${apiKey}`), { code: 'EPROTO' }),
          }),
        ),
    ],
    [
      'in the request that an agent hangs on its error',
      async (_url: string, init: FetchInit) =>
        Promise.reject(
          Object.assign(new Error('proxy'), {
            code: 'EPROXY',
            request: init,
            config: { headers: new Headers(init.headers) },
          }),
        ),
    ],
  ])('a key is redacted %s', async ([_, fetch]) => {
    const { error, messages } = await failure(fetch);
    expect(everything(error)).toContain('back-end.example');
    expect(everything(error)).not.toContain(apiKey);
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.join()).not.toContain(apiKey);
  });

  test('a key is redacted in an error of a custom fetch, which keeps its class, strings and numbers', async () => {
    class Refused extends Error {
      readonly retries = 2;
      readonly init: FetchInit;
      constructor(init: FetchInit) {
        super(`refused ${JSON.stringify(init.headers)}`, { cause: new RangeError(apiKey) });
        this.init = init;
      }
    }
    const { error } = await failure(async (_url, init) => Promise.reject(new Refused(init)));
    expect(error).toBeInstanceOf(Refused);
    expect(error).toMatchObject({ retries: 2, message: expect.stringContaining('refused {"accept"') });
    expect((error as Error).cause).toBeInstanceOf(RangeError);
    expect(everything(error)).not.toContain(apiKey);
  });

  test('the message about a body that is not JSON contains no part of a key', async () => {
    const { error } = await failure(async () => new Response(`no ${apiKey}`));
    expect(everything(error)).not.toContain(apiKey.slice(0, 4));
  });

  test('a key that a server repeats is replaced with [redacted]', async () => {
    const { error } = await failure(async () =>
      Response.json({ message: `No such key: ${apiKey}.` }, { status: 400 }),
    );
    expect(error).toMatchObject({
      detail: 'No such key: [redacted].',
      body: '{"message":"No such key: [redacted]."}',
    });
  });
});

test('redacting a short key leaves longer words intact', () => {
  const redact = redactor(['test', 'e']);
  expect(redact('The latest testing failed: test, e.')).toBe(
    'The latest testing failed: [redacted], [redacted].',
  );
});

test('a key of 16 characters or more is redacted wherever it is, also next to other characters', () => {
  const key = '0a1b2c3d-4e5f-6789';
  const redact = redactor([key]);
  expect(redact(`id-${key}, ${key}${key}, x${key}_1, ${btoa(key)}=`)).toBe(
    'id-[redacted], [redacted][redacted], x[redacted]_1, [redacted]=',
  );
});

test('a key with special characters of regular expressions is redacted, also in Base64 and in URLs', () => {
  const key = 'a+b/$(c)*';
  const redact = redactor([key]);
  expect(redact(`${key} ${encodeURIComponent(key)} ${btoa(key)}`)).toBe('[redacted] [redacted] [redacted]');
});

test('a response with the key in its headers is only searched for it when they are read', async () => {
  // A search begins with the forms of the key, one of which is Base64.
  const searches = vi.spyOn(globalThis, 'btoa');
  const headers = new Headers({ 'x-request-id': `for ${apiKey}`, 'x-key': apiKey, 'set-cookie': 'a=1' });
  headers.append('set-cookie', `b=${apiKey}`);
  const fetch = async () => Response.json({ message: 'success', data: [] }, { headers });
  const call = createClient({ baseUrl: 'https://back-end.example', apiKey, fetch }).getSessionsDataSeries(
    query,
  );
  await call;
  expect(searches).not.toHaveBeenCalled();
  const { requestId, response } = await call.withResponse();
  expect(searches).toHaveBeenCalledTimes(1);
  expect(requestId).toBe('for [redacted]');
  expect(response.headers.get('x-key')).toBe('[redacted]');
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=[redacted]']);
  searches.mockRestore();
});

test('hooks never see a key', async () => {
  const seen: unknown[] = [];
  const note = (event: unknown) =>
    void seen.push(structuredClone({ ...(event as object), error: undefined }));
  let requests = 0;
  const client = createClient({
    baseUrl: 'https://back-end.example',
    apiKey,
    onRequest: note,
    onResponse: note,
    onRetry: note,
    initialRetryDelay: 0,
    fetch: async () =>
      ++requests === 1
        ? Response.json({ message: apiKey }, { status: 503, headers: { 'x-key': apiKey } })
        : Response.json({ message: 'success', data: [] }),
  });
  await client.getSessionsDataSeries(query);
  expect(seen).toHaveLength(5);
  expect(everything(seen)).not.toContain(apiKey);
});

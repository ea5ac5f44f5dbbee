import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningMock, startMock } from '../../src/index.ts';
import { contract } from '../contract.ts';
import { violations } from '../error-schema.ts';
import { getRaw } from '../raw-request.ts';
import { anyRequest } from './any-request.ts';
import { type Asked, differences, type Side } from './stock-differences.ts';
import { startStockPrism } from './stock-prism.ts';

const path = '/sessions/data_series';
const numRuns = Number(process.env.STOCK_RUNS ?? 300);
let mock: RunningMock;
let stock: Awaited<ReturnType<typeof startStockPrism>>;
beforeAll(async () => {
  [mock, stock] = await Promise.all([startMock({ port: 0 }), startStockPrism()]);
});
afterAll(async () => {
  await mock.close();
  await stock[Symbol.asyncDispose]();
});

describe('differences from stock Prism', () => {
  async function ask(url: string, { query = 'length=3', path: at = path, ...row }: Asked) {
    const { method, headers, key = 'Bearer any-key' } = row;
    const authorization: Record<string, string> = key === null ? {} : { Authorization: key };
    return getRaw(url, `${at}?${query}`, { ...authorization, ...headers }, method);
  }

  function hold(answer: Awaited<ReturnType<typeof getRaw>>, { status, body, headers = {} }: Side): void {
    expect(answer.status).toBe(status);
    if (body !== undefined) expect(answer.body).toMatch(body);
    for (const [name, form] of Object.entries(headers)) expect(String(answer.headers[name])).toMatch(form);
  }

  test.for(differences)(
    'the answer to $asked differs from that of stock Prism as documented',
    async (row) => {
      for (const asked of [row, ...(row.more ?? [])]) {
        hold(await ask(stock.url, asked), row.stock);
        hold(await ask(mock.url, asked), row.ours);
      }
    },
  );
});

describe('agreement with stock Prism', () => {
  const answers = async (query: string, headers: Record<string, string>, method = 'GET') => {
    const sent = { Authorization: 'Bearer any-key', ...headers };
    const both = [stock.url, mock.url].map((url) => getRaw(url, `${path}?${query}`, sent, method));
    const [theirs, ours] = await Promise.all(both);
    if (theirs === undefined || ours === undefined) throw new Error('Two were asked.');
    return { theirs, ours };
  };
  const identifier = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
  const question = fc.record(
    {
      length: fc.integer({ min: 1, max: 100 }).map(String),
      unit: fc.constantFrom('day', 'hour'),
      ending_at: fc.oneof(
        fc
          .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
          .map(String),
        fc.constantFrom('2018-06-28T23:59:59-5:00', '2018-06-28T23:59:59+05:45', '2018-06-28T23:59'),
      ),
      app_id: identifier,
      segment_id: identifier,
    },
    { requiredKeys: ['length'] },
  );
  const written = question.map(({ ending_at, ...rest }) => {
    const end = ending_at?.endsWith(')') ? { ending_at: new Date(ending_at).toISOString() } : { ending_at };
    const pairs = Object.entries({ ...rest, ...end }).filter(([, value]) => value !== undefined);
    return pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&');
  });
  const accept = fc.constantFrom('*/*', 'application/json', 'application/*', 'text/html, */*;q=0.8');
  const examples = contract.operations.flatMap(({ responses }) =>
    responses
      .flatMap(({ status, content }) => content.map(({ examples: named }) => ({ status, named })))
      .flatMap(({ status, named }) => [
        `code=${status}`,
        ...named.map(({ name }) => `code=${status}, example=${name}`),
        ...named.map(({ name }) => `example=${name}, code=${status}`),
      ]),
  );

  test('every valid request is accepted by the mock and by stock Prism, with the same kind of answer', async () => {
    await fc.assert(
      fc.asyncProperty(written, accept, async (query, Accept) => {
        const { theirs, ours } = await answers(query, { Accept });
        expect([ours.status, theirs.status]).toEqual([200, 200]);
        expect(ours.headers['content-type']).toBe(theirs.headers['content-type']);
        expect(ours.headers['x-ratelimit-limit']).toBe(theirs.headers['x-ratelimit-limit']);
        expect(violations(200, ours.body)).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('an example that `Prefer` names is that of stock Prism, with its headers', async () => {
    await fc.assert(
      fc.asyncProperty(written, fc.constantFrom(...examples), async (query, Prefer) => {
        const { theirs, ours } = await answers(query, { Prefer });
        expect({ status: ours.status, body: ours.body }).toEqual({
          status: theirs.status,
          body: theirs.body,
        });
        for (const name of ['content-type', 'content-length', 'retry-after'])
          expect(ours.headers[name]).toBe(theirs.headers[name]);
      }),
      { numRuns },
    );
  });

  test('`dynamic=true` with a seed generates a valid body, the same for the same seed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1000), fc.constantFrom(200, 400, 503), async (seed, code) => {
        const Prefer = `dynamic=true, seed=${seed}, code=${code}`;
        const { theirs, ours } = await answers('length=3', { Prefer });
        expect(ours.status).toBe(theirs.status);
        expect(violations(code, ours.body)).toEqual([]);
        expect((await answers('length=3', { Prefer })).ours.body).toBe(ours.body);
      }),
      { numRuns: numRuns / 10 },
    );
  });

  test('the mock refuses whatever stock Prism refuses, with the same status if the contract documents it', async () => {
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(anyRequest, async ({ method, path: at, query, headers, hasBody }) => {
        const { authorization, accept: type } = headers;
        // HEAD, the scheme's case and quoted keys are rows of the table above; the requests sent here have no body.
        fc.pre(method !== 'HEAD' && !hasBody && !/^(bearer |BEARER |Bearer ")/.test(String(authorization)));
        const sent = Object.entries({ Authorization: authorization, Accept: type });
        const given = Object.fromEntries(
          sent.flatMap(([name, text]) => (text ? [[name, String(text)]] : [])),
        );
        const theirs = await getRaw(stock.url, `${at}?${query}`, given, method);
        const ours = await getRaw(mock.url, `${at}?${query}`, given, method);
        seen.add(theirs.status);
        if (theirs.status >= 400) expect(ours.status).toBeGreaterThanOrEqual(400);
        if ([400, 401].includes(theirs.status)) expect(ours.status).toBe(theirs.status);
      }),
      { numRuns: numRuns * 3 },
    );
    expect([...seen]).toEqual(expect.arrayContaining([200, 400, 401, 404]));
  });

  test.for([
    'length=0',
    'length=101',
    'length=',
    'length=abc',
    'unit=day',
    'length=3&unit=jour',
    'length=3&length=4',
    'length=3&app_id=a&app_id=b',
    'length=3&ending_at=hier',
  ])('%s is refused by the mock and by stock Prism with 400', async (query) => {
    const { theirs, ours } = await answers(query, {});
    expect([ours.status, theirs.status]).toEqual([400, 400]);
  });

  test.for([[{}], [{ 'Access-Control-Request-Headers': 'authorization, prefer' }]] as const)(
    'a preflight is granted by the mock as by stock Prism: %j',
    async ([more]) => {
      const asked = { Origin: 'https://page.example', 'Access-Control-Request-Method': 'GET', ...more };
      const { theirs, ours } = await answers('length=3', asked, 'OPTIONS');
      expect(ours.status).toBe(theirs.status);
      for (const name of ['origin', 'methods', 'headers', 'credentials'])
        expect(ours.headers[`access-control-allow-${name}`]).toBe(
          theirs.headers[`access-control-allow-${name}`],
        );
      expect(ours.headers.vary).toBe(theirs.headers.vary);
    },
  );
});

import { describe, expect, test } from 'vitest';
import { createMockFetch, Mock } from '../src/browser.ts';
import type { MockOptions } from '../src/index.ts';
import { RequestLog } from '../src/log/request-log.ts';
import { pets } from './support/pets.ts';

const url = 'https://mock.invalid/pets?limit=2';

describe('listeners and the log', () => {
  test('a failing listener causes one warning, and the answer is sent', async () => {
    const warnings: string[] = [];
    const options: MockOptions = {
      onRequest: () => {
        throw new Error('my listener');
      },
      onWarning: (warning) => warnings.push(warning),
    };
    const fetch = createMockFetch(pets, options);
    expect([(await fetch(url)).status, (await fetch(url)).status]).toEqual([200, 200]);
    expect(warnings).toEqual(['onRequest failed: my listener']);
  });

  test('an unknown parameter causes one warning per request', async () => {
    const warnings: string[] = [];
    const mock = new Mock(pets, {
      unknownParameters: 'warn',
      onWarning: (warning) => warnings.push(warning),
    });
    await createMockFetch(mock)(`${url}&limitt=1`);
    expect(warnings).toEqual([expect.stringContaining('Did you mean limit?')]);
  });

  test('a pattern of another language is translated if possible, and otherwise reported in one warning', () => {
    const warnings: string[] = [];
    const parameter = (name: string, pattern: string) => ({
      name,
      in: 'query',
      schema: { type: 'string', pattern },
    });
    const parameters = [
      parameter('flagged', '(?i)^a+$'),
      parameter('anchored', '\\A[a-z]+\\z'),
      parameter('possessive', '^\\Q.\\E$'),
      parameter('escaped', '^[\\p{L}\\_\\-]+\\@$'),
      parameter('java', '^\\p{IsAlphabetic}+$'),
      parameter('posix', '^[[:alpha:]]+$'),
    ];
    const mock = new Mock(
      {
        openapi: '3.1.0',
        info: { title: 'Patterns', version: '1.0.0' },
        paths: { '/a': { get: { parameters } } },
      },
      { onWarning: (warning) => warnings.push(warning) },
    );
    const status = (query: string) => {
      const outcome = mock.handle({ method: 'GET', path: '/a', query, headers: {} });
      return 'answer' in outcome ? outcome.answer.status : undefined;
    };
    const queries = [
      'flagged=AA',
      'flagged=b',
      'anchored=abc',
      'anchored=a1',
      'possessive=x',
      'possessive=y',
      'escaped=%C3%A9_-@',
      'escaped=p1@',
      'java=a',
      'posix=a',
    ];
    expect(queries.map(status)).toEqual([200, 400, 200, 400, 200, 200, 200, 400, 200, 200]);
    expect(warnings).toEqual(
      ['^\\Q.\\E$', '^\\p{IsAlphabetic}+$', '^[[:alpha:]]+$'].map(
        (pattern) =>
          `pattern: ${JSON.stringify(pattern)} is not a regular expression of JavaScript, so it is not checked.`,
      ),
    );
  });

  test('messages, headers and paths are bounded, and credentials are never kept', async () => {
    const mock = new Mock(pets);
    const fetch = createMockFetch(mock);
    await fetch(`https://mock.invalid/${'x'.repeat(100_000)}`, {
      headers: {
        'X-Long': 'y'.repeat(100_000),
        Authorization: 'Bearer secret',
        Cookie: 'a=secret',
        'X-Api-Key': 'secret',
        Accept: '*/*',
      },
    });
    await fetch(url, { headers: { 'X-Mock-Faults': 'z'.repeat(5_000) } });
    expect(JSON.stringify(mock.requests()).length).toBeLessThan(12_000);
    expect(JSON.stringify(mock.requests())).not.toContain('secret');
    expect(mock.requests()[0]?.headers.accept).toBe('*/*');
  });

  test('the log shows the bodies of the latest requests, whatever was in their places before', () => {
    const log = new RequestLog(2);
    const logged = {
      operationId: 'a',
      method: 'POST',
      path: '/a',
      query: '',
      headers: {},
      status: 200,
      at: 0,
    };
    const decode = (bytes: Uint8Array | string) =>
      typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes);
    const sent = ['x', 'y'.repeat(5_000), 'text', 'z'.repeat(6_000), 'é', undefined, 'w'.repeat(20), 'v'];
    for (const [index, body] of sent.entries()) {
      const received = new TextEncoder().encode(body);
      log.add(logged, body === undefined ? undefined : { bytes: body === 'text' ? body : received, decode });
      // The connection's buffer is used for the next request.
      received.fill(0);
      expect(log.list().map((entry) => entry.body)).toEqual(sent.slice(Math.max(0, index - 1), index + 1));
    }
  });

  test('a handler that throws is answered with 500 and a message, and the mock keeps running', async () => {
    let count = 0;
    const fetch = createMockFetch(pets, {
      handlers: {
        getPet: async ({ path, random, now }) => {
          count += 1;
          if (count === 1) throw new Error('my handler');
          return { body: { id: path.petId, name: `${random() < 1} ${now > 0}` } };
        },
      },
    });
    const failed = await fetch('https://mock.invalid/pets/7');
    expect([failed.status, await failed.json()]).toEqual([
      500,
      expect.objectContaining({ detail: 'The mock failed at getPet: my handler' }),
    ]);
    expect(await (await fetch('https://mock.invalid/pets/7')).json()).toEqual({ id: 7, name: 'true true' });
  });
});

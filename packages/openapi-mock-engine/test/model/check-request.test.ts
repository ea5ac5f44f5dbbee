import { describe, expect, test } from 'vitest';
import { checkRequest, decodeBody, type RequestParts } from '../../src/model/index.ts';
import { contract, operation } from './order-contract.ts';

const good = { email: 'ada@example.com', items: [{ sku: 'a' }] };

function messages(parts: Partial<RequestParts> & { json?: unknown; text?: string; type?: string }): string[] {
  const type = parts.type ?? 'application/json';
  const text = parts.text ?? JSON.stringify(parts.json ?? good);
  return checkRequest(contract, operation, {
    path: { thingId: '7' },
    body: decodeBody(text, type, operation.requestBody?.content ?? [], contract),
    ...parts,
    headers: { 'content-type': type, ...parts.headers },
  }).findings.map(({ message }) => message);
}

test('a valid request has no findings, and its values have the types of the contract', () => {
  const checked = checkRequest(contract, operation, {
    path: { thingId: '7' },
    query: 'length=3&active=true&ratio=0.07&tags=ab&tags=cd',
    headers: {
      cookie: 'session=abcd; other=1',
      'x-trace': '123e4567-e89b-42d3-a456-426614174000',
      'content-type': 'application/json',
    },
    body: { value: good },
  });
  expect(checked.findings).toEqual([]);
  expect(checked).toMatchObject({
    path: { thingId: 7 },
    query: { length: 3, unit: 'day', active: true, ratio: 0.07, tags: ['ab', 'cd'] },
    headers: { 'x-trace': '123e4567-e89b-42d3-a456-426614174000' },
    cookies: { session: 'abcd' },
    body: good,
  });
});

describe('invalid parameters', () => {
  test.for([
    ['length=0', 'length: 0 is not allowed. Expected an integer from 1 to 100.'],
    ['length=1e1', 'length: "1e1" is not allowed. Expected an integer from 1 to 100.'],
    ['length=', 'length: an empty value is not allowed. Expected an integer from 1 to 100.'],
    ['length=1&length=2', 'length: was given 2 times (1, 2). Expected it once: an integer from 1 to 100.'],
    ['unit=hor', 'unit: "hor" is not allowed. Expected day or hour.'],
    ['unit=week', 'unit: "week" is not allowed. Expected day or hour.'],
    ['active=maybe', 'active: "maybe" is not allowed. Expected true or false.'],
    [
      'ratio=0',
      'ratio: 0 is not allowed. Expected a number greater than 0 and of at most 1 that is a multiple of 0.01.',
    ],
    [
      'ratio=0.005',
      'ratio: 0.005 is not allowed. Expected a number greater than 0 and of at most 1 that is a multiple of 0.01.',
    ],
    ['tags=ab&tags=c', 'tags[1]: "c" is not allowed. Expected a string of at least 2 characters.'],
    ['tags=ab&tags=ab', 'tags[1]: "ab" is a repetition of item 0. Expected every item only once.'],
    ['tags=ab&tags=cd&tags=ef', 'tags: 3 items are not allowed. Expected an array of at most 2 items.'],
    ['on=2026-02-30', 'on: "2026-02-30" is not allowed. Expected an ISO 8601 date such as 2026-01-31.'],
    [
      'since=2026-01-31T12:00:00+01:00',
      'since: "2026-01-31T12:00:00 01:00" is not allowed. Expected an ISO 8601 date-time such as 2026-01-31T12:00:00+01:00. ' +
        'A + in a query string is a space: write it as %2B.',
    ],
    [
      'lenght=3',
      'lenght: 3 is not allowed, since there is no such parameter. Did you mean length? ' +
        'Expected only length, unit, since, active, ratio, tags, on.',
    ],
    [
      'zzz=3',
      'zzz: 3 is not allowed, since there is no such parameter. Expected only length, unit, since, active, ratio, tags, on.',
    ],
  ] as const)('the query %s is refused with: %s', ([text, message]) => {
    expect(messages({ query: text })).toEqual([message]);
  });

  test('an invalid parameter in the path, a header or a cookie is named with its value and what is allowed', () => {
    expect(messages({ path: { thingId: 'x' }, headers: { 'x-trace': '1', cookie: 'session=a' } })).toEqual([
      'thingId: "x" is not allowed. Expected an integer of at least 1.',
      'X-Trace: 1 is not allowed. Expected a UUID such as 123e4567-e89b-42d3-a456-426614174000.',
      'session: "a" is not allowed. Expected a string of at least 4 characters.',
    ]);
  });

  test('thousands of unknown parameters are counted, not listed', () => {
    const many = messages({ query: Array.from({ length: 40_000 }, (_, index) => `p${index}=1`).join('&') });
    expect(many).toHaveLength(51);
    expect(many.at(-1)).toBe('query: 39,950 more parameters are not known.');
  });
});

describe('invalid bodies', () => {
  test.for([
    [
      { email: 'x', items: [{ sku: 'a' }] },
      'body.email: "x" is not allowed. Expected an email address such as ada@example.com.',
    ],
    [{ email: 'a@b.co' }, 'body.items: is missing. Expected an array of at least 1 item.'],
    [{ ...good, items: [] }, 'body.items: 0 items are not allowed. Expected an array of at least 1 item.'],
    [
      { ...good, fields: ['emial'] },
      'body.fields[0]: "emial" is not allowed. Did you mean email? Expected email, name or phone.',
    ],
    [
      { ...good, emial: 1 },
      'body.emial: 1 is not allowed, since there is no such property. Did you mean email? Expected only id, email, fields, items, pay and note.',
    ],
    [
      { ...good, items: [{ sku: 'a', parts: [{ sku: 7 }] }] },
      'body.items[0].parts[0].sku: 7 is not allowed. Expected a string.',
    ],
    [{ ...good, pay: { kind: 'cash' } }, 'body.pay.kind: "cash" is not allowed. Expected card or transfer.'],
    [
      { ...good, pay: { kind: 'card', number: 'x' } },
      'body.pay.number: "x" is not allowed. Expected a string that matches ^\\d+$.',
    ],
    [{ ...good, pay: {} }, 'body.pay.kind: is missing. Expected card or transfer.'],
    [
      { ...good, note: 5 },
      'body.note: 5 is not allowed. Expected a string of at most 10 characters or null.',
    ],
    ['text', 'body: "text" is not allowed. Expected an object.'],
  ] as const)('the body %j is refused with: %s', ([json, message]) => {
    expect(messages({ json })).toEqual([message]);
  });

  test('a body that is missing, not JSON, nested too deeply, or of another media type is refused', () => {
    expect(messages({ body: undefined })).toEqual([
      'Body: is missing. Expected a body of application/json or text/csv.',
    ]);
    expect(messages({ text: '{"a":' })).toEqual([
      expect.stringMatching(/^Body: it is not JSON.* Expected application\/json\.$/),
    ]);
    expect(messages({ text: '['.repeat(100_000) })).toEqual([
      'Body: it is nested deeper than 500 levels. Expected application/json.',
    ]);
    for (const type of ['text/plain', 'json', 'undefined', 'application/json, application/json', '']) {
      expect(messages({ type, text: 'x' })).toEqual([
        `Content-Type: ${JSON.stringify(type)} is not allowed. Expected application/json or text/csv.`,
      ]);
    }
    expect(messages({ type: 'text/csv; charset=utf-8', text: 'a,b' })).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import {
  checkRequest,
  checkRequestValues,
  checkSecurity,
  decodeBody,
  type RequestParts,
  sourceOf,
} from '../../src/model/index.ts';
import { contractOf } from './contracts.ts';

const query = (name: string, schema: object, more: object = {}) => ({ name, in: 'query', schema, ...more });
const { contract, operation } = contractOf(
  {
    parameters: [
      { name: 'thingId', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } },
      query('length', { type: 'integer', minimum: 1, maximum: 100 }),
      query('unit', { type: 'string', enum: ['day', 'hour'], default: 'day' }),
      query(
        'since',
        { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T.*[+-]\\d\\d:\\d\\d$' },
        { example: '2026-01-31T12:00:00+01:00' },
      ),
      query('active', { type: 'boolean' }),
      query('ratio', { type: 'number', exclusiveMinimum: 0, maximum: 1, multipleOf: 0.01 }),
      query('tags', {
        type: 'array',
        items: { type: 'string', minLength: 2 },
        maxItems: 2,
        uniqueItems: true,
      }),
      query('on', { type: 'string', format: 'date' }),
      { name: 'X-Trace', in: 'header', schema: { type: 'string', format: 'uuid' } },
      { name: 'session', in: 'cookie', schema: { type: 'string', minLength: 4 } },
    ],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } }, 'text/csv': {} },
    },
  },
  {
    path: '/things/{thingId}',
    components: {
      schemas: {
        Order: {
          type: 'object',
          required: ['email', 'items'],
          additionalProperties: false,
          properties: {
            id: { type: 'integer', readOnly: true },
            email: { type: 'string', format: 'email' },
            fields: { type: 'array', items: { enum: ['email', 'name', 'phone'] } },
            items: { type: 'array', minItems: 1, items: { $ref: '#/components/schemas/Item' } },
            pay: {
              oneOf: [{ $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Transfer' }],
              discriminator: {
                propertyName: 'kind',
                mapping: { card: '#/components/schemas/Card', transfer: 'Transfer' },
              },
            },
            note: { type: ['string', 'null'], maxLength: 10 },
          },
        },
        Item: {
          type: 'object',
          required: ['sku'],
          properties: {
            sku: { type: 'string' },
            parts: { type: 'array', items: { $ref: '#/components/schemas/Item' } },
          },
        },
        Card: {
          type: 'object',
          required: ['kind', 'number'],
          properties: { number: { type: 'string', pattern: '^\\d+$' } },
        },
        Transfer: { type: 'object', required: ['kind', 'iban'], properties: { iban: { type: 'string' } } },
      },
    },
  },
);

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

test('values of a program are checked by the same rules', () => {
  const findings = checkRequestValues(contract, operation, {
    path: { thingId: 0 },
    query: { length: '3', unit: 'day' },
    body: { email: 'a@b.co', items: [{}] },
  });
  expect(findings.map(({ message }) => message)).toEqual([
    'thingId: 0 is not allowed. Expected an integer of at least 1.',
    'length: 3 is not allowed. Expected an integer from 1 to 100.',
    'body.items[0].sku: is missing. Expected a string.',
  ]);
});

test('values of a form are converted to the types of the contract', () => {
  const { contract: forms, operation: send } = contractOf({
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': {
          schema: {
            type: 'object',
            properties: { age: { type: 'integer' }, tag: { type: 'array', items: { type: 'string' } } },
          },
        },
        'multipart/form-data': {
          schema: { type: 'object', properties: { age: { type: 'integer' }, file: { type: 'string' } } },
        },
      },
    },
  });
  const content = send.requestBody?.content ?? [];
  expect(decodeBody('age=3&tag=a&tag=b+c', 'application/x-www-form-urlencoded', content, forms)).toEqual({
    value: { age: 3, tag: ['a', 'b c'] },
  });
  const parts = [
    '--b',
    'Content-Disposition: form-data; name="age"',
    '',
    '3',
    '--b',
    'Content-Disposition: form-data; name="file"; filename="a.txt"',
    'Content-Type: text/plain',
    '',
    'é\r\n2',
    '--b--',
    '',
  ];
  expect(decodeBody(parts.join('\r\n'), 'multipart/form-data; boundary=b', content, forms)).toEqual({
    value: { age: 3, file: 'é\r\n2' },
  });
  expect(decodeBody('x', 'multipart/form-data', content, forms)).toEqual({
    problem: expect.stringContaining('boundary'),
  });
});

describe('security', () => {
  const schemes = {
    bearer: { type: 'http', scheme: 'bearer' },
    basic: { type: 'http', scheme: 'Basic' },
    header: { type: 'apiKey', in: 'header', name: 'X-Key' },
    query: { type: 'apiKey', in: 'query', name: 'key' },
    cookie: { type: 'apiKey', in: 'cookie', name: 'sid' },
    oauth: { type: 'oauth2', flows: {} },
  };
  const check = (security: object[], headers: { [name: string]: string } = {}, text = ''): string[] => {
    const { operation: secured } = contractOf({ security }, { components: { securitySchemes: schemes } });
    return checkSecurity(secured, sourceOf({ headers, query: text })).map(({ message }) => message);
  };

  test.for([
    [[{ bearer: [] }], { authorization: 'bearer k' }, ''],
    [[{ basic: [] }], { authorization: 'Basic YTpi' }, ''],
    [[{ header: [] }], { 'x-key': 'k' }, ''],
    [[{ query: [] }], {}, 'key=k'],
    [[{ cookie: [] }], { cookie: 'sid=1' }, ''],
    [[{ oauth: ['read'] }], { authorization: 'Bearer k' }, ''],
    [[{ bearer: [] }, { header: [] }], { 'x-key': 'k' }, ''],
    [[{ bearer: [] }, {}], {}, ''],
    [[], {}, ''],
  ] as const)('the requirement %j is met by %j %s', ([security, headers, text]) => {
    expect(check([...security], { ...headers }, text)).toEqual([]);
  });

  test.for([
    [[{ bearer: [] }], {}, 'Authorization: is missing. Expected the word Bearer, a space and a token.'],
    [
      [{ bearer: [] }],
      { authorization: 'Basic YTpi' },
      'Authorization: "Basic" is not allowed. Expected the word Bearer, a space and a token.',
    ],
    [
      [{ bearer: [] }],
      { authorization: 'Bearer "k"' },
      'Authorization: the quotation marks around the key are not allowed. Expected the key without them.',
    ],
    [[{ header: [] }], {}, 'X-Key: is missing. Expected an API key in the header X-Key.'],
    [[{ cookie: [] }], {}, 'sid: is missing. Expected an API key in cookie sid.'],
    [
      [{ bearer: [] }, { header: [] }],
      {},
      'Credentials: is missing. Expected the word Bearer, a space and a token or an API key in the header X-Key.',
    ],
  ] as const)('the requirement %j refuses %j', ([security, headers, message]) => {
    expect(check([...security], { ...headers })).toEqual([message]);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { type ClientOptions, createClientWith, type Operation } from '../../src/index.ts';
import { generate } from './generated-client.ts';

const schema = (properties: object) => ({
  content: { 'application/json': { schema: { type: 'object', properties } } },
  description: 'The answer.',
});

/** Shapes of third-party contracts that the contract with every shape lacks. */
const document = {
  openapi: '3.0.3',
  info: { title: 'Others', version: '1' },
  paths: {
    '/old': {
      get: {
        operationId: 'getOld',
        responses: {
          200: schema({
            name: { type: 'string', nullable: true },
            kind: { type: 'string', enum: ['a'], nullable: true },
            any: { nullable: true },
            part: { nullable: true, allOf: [{ $ref: '#/components/schemas/Part' }] },
            share: {
              type: 'number',
              minimum: 0,
              exclusiveMinimum: true,
              maximum: 1,
              exclusiveMaximum: false,
            },
            nullable: { type: 'boolean' },
          }),
        },
      },
    },
    '/range': { get: { operationId: 'getRange', responses: { '2XX': schema({ id: { type: 'integer' } }) } } },
    '/default': {
      get: { operationId: 'getDefault', responses: { default: schema({ id: { type: 'integer' } }) } },
    },
    '/any': {
      get: {
        operationId: 'getAny',
        responses: { 200: { description: 'Whatever.', content: { '*/*': {} } } },
      },
      head: { operationId: 'headAny', responses: { 200: schema({}) } },
    },
    '/several': {
      get: {
        operationId: 'getSeveral',
        responses: {
          200: {
            description: 'One of several.',
            content: { 'image/*': {}, 'application/problem+json': {}, 'text/csv': {} },
          },
          204: { description: 'Nothing.' },
        },
      },
    },
    '/keyed': {
      get: {
        operationId: 'getKeyed',
        security: [{ apiKey: [] }],
        responses: { 200: { description: 'Seen.' } },
      },
    },
    '/delete': { delete: { operationId: 'delete', responses: { 200: { description: 'Gone.' } } } },
  },
  security: [{ restKey: [] }],
  components: {
    securitySchemes: {
      restKey: { type: 'http', scheme: 'bearer' },
      apiKey: { type: 'apiKey', in: 'header', name: 'X-Key' },
    },
    schemas: { Part: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } } },
  },
};

let operations: Record<string, Operation>;
let unchecked: Record<string, Operation>;
beforeAll(async () => {
  const generated = await generate(document, 'others');
  operations = { ...generated.operations } as typeof operations;
  unchecked = { ...generated.unchecked } as typeof operations;
});

type Method = () => Promise<unknown>;
const ask = (name: string, response: Response, described = operations): Promise<unknown> => {
  const options = {
    baseUrl: 'https://others.example',
    apiKey: 'any',
    maxRetries: 0,
    fetch: async () => response,
  };
  return (Reflect.get(createClientWith(described, options as ClientOptions), name) as Method)();
};
const typed = (body: string | null, type: string, status = 200) =>
  new Response(body, { status, headers: { 'content-type': type } });

describe('keywords of OpenAPI 3.0', () => {
  test.for([
    { name: null, kind: null, any: null, part: null, share: 1, nullable: true },
    { name: 'n', kind: 'a', any: 1, part: { id: 'p' }, share: 0.5 },
  ])('a response %j passes the check by OpenAPI 3.0', async (body) => {
    expect(await ask('getOld', Response.json(body))).toEqual(body);
  });

  test.for([
    [{ name: 1 }, '/name'],
    [{ kind: 'b' }, '/kind'],
    [{ part: {} }, '/part'],
    [{ share: 0 }, '/share'],
    [{ nullable: null }, '/nullable'],
  ] as const)('a response %j is refused by OpenAPI 3.0, at %s', async ([body, place]) => {
    await expect(ask('getOld', Response.json(body))).rejects.toThrow(`body${place} must`);
  });
});

test('the unchecked descriptions of another contract read every body in the same way, and refuse none for its values', async () => {
  expect(Object.keys(unchecked)).toEqual(Object.keys(operations));
  expect(await ask('getOld', Response.json({ name: 1 }), unchecked)).toEqual({ name: 1 });
  expect(await ask('getRange', Response.json({ id: 'x' }, { status: 206 }), unchecked)).toEqual({ id: 'x' });
  expect(await ask('getSeveral', typed('a,b', 'text/csv'), unchecked)).toBe('a,b');
  await expect(ask('getSeveral', typed('x', 'text/html'), unchecked)).rejects.toThrow('text/html is not in');
  await expect(ask('getOld', new Response('<p>'), unchecked)).rejects.toThrow('a body that is not JSON');
});

describe('a success is read as the contract describes its status', () => {
  test.for([
    ['getRange', 206],
    ['getDefault', 201],
  ] as const)('a success of %s is read by the contract under status %d', async ([name, status]) => {
    expect(await ask(name, Response.json({ id: 1 }, { status }))).toEqual({ id: 1 });
    await expect(ask(name, Response.json({ id: 'x' }, { status }))).rejects.toThrow(
      'body/id must be integer',
    );
  });

  test('an undescribed response is read by its media type', async () => {
    expect(await ask('getAny', typed('{"a":1}', 'application/hal+json'))).toEqual({ a: 1 });
    expect(await ask('getAny', typed('a,b', 'text/csv; charset=utf-8'))).toBe('a,b');
    expect(await ask('getAny', typed('%PDF', 'application/pdf'))).toBeInstanceOf(Blob);
  });

  test('a response with several possible media types is read by its actual one', async () => {
    expect(await ask('getSeveral', typed('PNG', 'image/png'))).toBeInstanceOf(Blob);
    expect(await ask('getSeveral', typed('{"title":"x"}', 'Application/Problem+JSON'))).toEqual({
      title: 'x',
    });
    expect(await ask('getSeveral', typed(null, 'text/csv', 204))).toBe(undefined);
    await expect(ask('getSeveral', typed('x', 'text/html'))).rejects.toThrow(
      'text/html is not in the contract; expected image/*, application/problem+json, text/csv',
    );
  });

  test('a response to HEAD or without a documented body is undefined', async () => {
    expect(await ask('headAny', typed(null, 'application/json'))).toBe(undefined);
    expect(await ask('delete', typed('gone', 'text/plain'))).toBe(undefined);
  });
});

test('the default key is not sent for another scheme that is named apiKey', async () => {
  const sent: unknown[] = [];
  const call = (credentials: object) => {
    const options = {
      baseUrl: 'https://others.example',
      apiKey: 'default-key',
      credentials,
      fetch: async (_url: string, { headers }: { headers: object }) => {
        sent.push(headers);
        return new Response('seen');
      },
    };
    const client = createClientWith(operations, options as ClientOptions);
    return (Reflect.get(client, 'getKeyed') as Method)();
  };
  await expect(call({})).rejects.toThrow('getKeyed needs a credential for apiKey_');
  await call({ apiKey_: 'other-key' });
  expect(sent).toEqual([expect.objectContaining({ 'x-key': 'other-key' })]);
  expect(JSON.stringify(sent)).not.toContain('default-key');
});

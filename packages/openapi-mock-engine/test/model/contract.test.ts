import { describe, expect, test } from 'vitest';
import { ContractError, operations, readContract, serverUrl } from '../../src/model/index.ts';

const pets = {
  openapi: '3.1.1',
  info: { title: 'Pets', version: '2.1.0' },
  servers: [
    { url: 'https://{region}.pets.example/v2', variables: { region: { default: 'eu', enum: ['eu', 'us'] } } },
  ],
  security: [{ key: [] }],
  paths: {
    '/pets/{petId}': {
      summary: 'One pet',
      parameters: [
        { name: 'petId', in: 'path', required: true, schema: { type: 'integer' } },
        { $ref: '#/components/parameters/trace' },
      ],
      get: {
        operationId: 'getPet',
        tags: ['pets'],
        parameters: [
          { name: 'X-Trace', in: 'header', required: true, schema: { type: 'string' } },
          { name: 'Accept', in: 'header', schema: { type: 'string' } },
        ],
        responses: {
          200: {
            description: 'The pet',
            headers: { ETag: { schema: { type: 'string' }, example: '"1"' } },
            content: { 'application/JSON': { schema: { $ref: '#/components/schemas/Pet' } } },
          },
          '4xx': { $ref: '#/components/responses/Problem' },
          default: { description: 'Anything else' },
          'x-note': {},
        },
        callbacks: { changed: { '{$request.query.url}': { post: { responses: {} } } } },
      },
      delete: {
        security: [],
        deprecated: true,
        servers: [{ url: '/other' }],
        responses: { 204: { description: 'Gone' } },
      },
    },
    '/pets': {
      post: {
        requestBody: {
          required: true,
          content: { 'application/json': { examples: { dog: { value: { name: 'Rex' } } } } },
        },
        responses: { 201: { description: 'Created' } },
      },
    },
  },
  webhooks: { petBorn: { post: { operationId: 'petBorn', responses: { 200: { description: 'OK' } } } } },
  components: {
    parameters: { trace: { name: 'x-trace', in: 'header', schema: { type: 'integer' } } },
    responses: { Problem: { description: 'A problem', content: { 'application/problem+json': {} } } },
    schemas: { Pet: { type: 'object', examples: [{ name: 'Rex' }] } },
    securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
  },
};

describe('reading a contract', () => {
  const contract = readContract(pets);

  test('an operation is named by its operationId, or by its method and path', () => {
    expect(contract.operations.map(({ id, named, method, path }) => [id, named, method, path])).toEqual([
      ['getPet', true, 'GET', '/pets/{petId}'],
      ['delete_pets_petId', false, 'DELETE', '/pets/{petId}'],
      ['post_pets', false, 'POST', '/pets'],
    ]);
    expect(operations(pets).map(({ id }) => id)).toEqual(contract.operations.map(({ id }) => id));
  });

  test('an operation may replace parameters of its path, and headers that are not parameters are ignored', () => {
    const parameters = contract.operation('getPet')?.parameters ?? [];
    expect(
      parameters.map(({ name, in: place, required, shared, style, explode }) => [
        name,
        place,
        required,
        shared,
        style,
        explode,
      ]),
    ).toEqual([
      ['petId', 'path', true, true, 'simple', false],
      ['X-Trace', 'header', true, false, 'simple', false],
    ]);
  });

  test('references of responses are followed, and ranges, headers and examples of the schema are read', () => {
    const responses = contract.operation('getPet')?.responses ?? [];
    expect(responses.map(({ status, description }) => [status, description])).toEqual([
      ['200', 'The pet'],
      ['4XX', 'A problem'],
      ['default', 'Anything else'],
    ]);
    expect(responses[0]?.content[0]).toMatchObject({
      mediaType: 'application/json',
      examples: [{ value: { name: 'Rex' } }],
    });
    expect(responses[0]?.headers).toMatchObject([{ name: 'ETag', examples: [{ value: '"1"' }] }]);
  });

  test('security and servers are taken from the document unless the operation has its own', () => {
    expect(
      contract.operation('getPet')?.security.map((all) => all.map(({ scheme }) => scheme.parameter)),
    ).toEqual([['X-Key']]);
    expect(contract.operation('delete_pets_petId')?.security).toEqual([]);
    expect(contract.operation('delete_pets_petId')?.servers.map(({ url }) => url)).toEqual(['/other']);
    const [server] = contract.servers;
    expect(server?.defaultUrl).toBe('https://eu.pets.example/v2');
    expect(server && serverUrl(server, { region: 'us' })).toBe('https://us.pets.example/v2');
  });

  test('webhooks and callbacks are read as operations', () => {
    expect(contract.webhooks.map(({ id, method, path }) => [id, method, path])).toEqual([
      ['petBorn', 'POST', 'petBorn'],
    ]);
    expect(contract.operation('getPet')?.callbacks.map(({ method, path }) => [method, path])).toEqual([
      ['POST', '{$request.query.url}'],
    ]);
  });

  test.for([
    [null, 'The contract is not an object.'],
    [
      { swagger: '2.0' },
      'swagger: "2.0" is not supported. Expected an OpenAPI document with openapi 3.0, 3.1 or 3.2.',
    ],
    [{ openapi: '4.0.0' }, 'openapi: "4.0.0" is not supported.'],
    [{ info: {} }, 'openapi: is missing.'],
    [
      { openapi: '3.0.3', paths: { '/a': { get: { parameters: [{ $ref: '#/components/parameters/x' }] } } } },
      '/paths/~1a/get/parameters/0: the $ref "#/components/parameters/x" cannot be resolved.',
    ],
    [
      { openapi: '3.0.3', paths: { '/a': { get: { parameters: [{ $ref: 'other.yaml#/x' }] } } } },
      '/paths/~1a/get/parameters/0: the $ref "other.yaml#/x" refers to another document. Bundle the contract',
    ],
    [
      { openapi: '3.0.3', paths: { '/a': { $ref: '#/paths/~1b' }, '/b': { $ref: '#/paths/~1a' } } },
      'the $ref is circular',
    ],
    [
      { openapi: '3.0.3', paths: { '/a': { get: { parameters: [{ name: 'x', in: 'body' }] } } } },
      '/paths/~1a/get/parameters/0/in: "body" is not supported.',
    ],
    [
      {
        openapi: '3.0.3',
        paths: { '/a': { get: { parameters: [{ name: 'x', in: 'query', style: 'matrix' }] } } },
      },
      'style: "matrix" is not allowed in query. Expected form, spaceDelimited, pipeDelimited, deepObject.',
    ],
  ] as const)('a document %j is refused with the place', ([document, message]) => {
    expect(() => readContract(document)).toThrow(ContractError);
    expect(() => readContract(document)).toThrow(message);
  });
});

test('a security scheme that is not defined is a warning with its place, and is not required', () => {
  const contract = readContract({
    openapi: '3.0.3',
    components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'x-key' } } },
    paths: {
      '/a': { get: { security: [{ nope: [], key: [] }] } },
      '/b': { get: { security: [{ nope: [] }] } },
    },
  });
  expect(
    contract.operations.map(({ security }) => security.map((all) => all.map(({ scheme }) => scheme.name))),
  ).toEqual([[['key']], [[]]]);
  expect(contract.warnings).toEqual([
    '/paths/~1a/get: the security scheme "nope" is not defined, so it is not checked. Expected one of key.',
    '/paths/~1b/get: the security scheme "nope" is not defined, so it is not checked. Expected one of key.',
  ]);
});

test('a method in additionalOperations is found in upper case, however the contract writes it', () => {
  const { operations: found } = readContract({
    openapi: '3.2.0',
    paths: { '/a': { additionalOperations: { copy: {}, MOVE: {} } } },
  });
  expect(found.map(({ method, pointer }) => [method, pointer])).toEqual([
    ['COPY', '/paths/~1a/additionalOperations/copy'],
    ['MOVE', '/paths/~1a/additionalOperations/MOVE'],
  ]);
});

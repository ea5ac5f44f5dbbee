import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadContract } from '../src/cli/load-contract.ts';
import { mergeDocuments } from '../src/cli/merge-documents.ts';
import { Mock } from '../src/mock.ts';

const folder = mkdtempSync(join(tmpdir(), 'engine-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A contract with a path in a separate file, schemas in a folder, and a recursive schema. */
function write(pathFile: string): string {
  mkdirSync(join(folder, 'schemas'), { recursive: true });
  const files: { [name: string]: object } = {
    'openapi.json': {
      openapi: '3.1.0',
      info: { title: 'Pets', version: '1.0.0' },
      paths: { '/pets/{id}': { $ref: pathFile } },
    },
    'pet.json': {
      get: {
        operationId: 'getPet',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
        responses: {
          200: {
            description: 'OK',
            content: { 'application/json': { schema: { $ref: './schemas/all.json#/Pet' } } },
          },
        },
      },
    },
    'schemas/all.json': {
      Pet: {
        type: 'object',
        required: ['id', 'kind'],
        properties: { id: { type: 'integer' }, kind: { oneOf: [{ $ref: './cat.json' }, { $ref: '#/Dog' }] } },
      },
      Dog: { type: 'object', required: ['barks'], properties: { barks: { type: 'boolean' } } },
    },
    'schemas/cat.json': {
      type: 'object',
      required: ['meows'],
      properties: { meows: { type: 'boolean' }, parent: { $ref: './cat.json' } },
    },
  };
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), JSON.stringify(content));
  return join(folder, 'openapi.json');
}

test('a contract in several files is read completely, and its files are listed', async () => {
  const { document, files } = await loadContract(write('./pet.json'));
  expect([...files].sort()).toEqual(
    ['openapi.json', 'pet.json', 'schemas/all.json', 'schemas/cat.json'].map((name) => join(folder, name)),
  );
  const mock = new Mock(document);
  const ask = async (path: string) =>
    (await mock.handle({ method: 'GET', path, query: '', headers: {} })).answer;
  const { status, body } = await ask('/pets/7');
  expect([status, JSON.parse(String(body))]).toEqual([200, { id: 7, kind: expect.any(Object) }]);
  expect((await ask('/pets/seven')).status).toBe(400);
});

test.each([
  ['./nowhere.json', /openapi\.json #\/paths\/~1pets~1\{id\}: Can't resolve \$ref: .*nowhere\.json/],
  ['https://api.example.com/pet.json', /https:\/\/api\.example\.com\/pet\.json is not on this machine/],
])('a reference to %s is refused with its place', async (reference, message) => {
  await expect(loadContract(write(reference))).rejects.toThrow(message);
});

test('what an extension refers to is not read, so that it may be missing', async () => {
  const file = write('./pet.json');
  const other = join(folder, 'extended.json');
  const extension = { 'x-policies': [{ $ref: '../nowhere.yaml' }] };
  writeFileSync(other, JSON.stringify({ openapi: '3.1.0', paths: {}, components: extension }));
  expect(new Mock((await loadContract(other)).document).contract.operations).toEqual([]);
  const paths = { '/pets/{id}': { $ref: './pet.json' } };
  writeFileSync(file, JSON.stringify({ openapi: '3.1.0', info: {}, paths, components: extension }));
  expect(new Mock((await loadContract(file)).document).contract.operations).toHaveLength(1);
});

test('a contract in several files may have YAML that only the more tolerant parser reads', async () => {
  const file = write('./pet.json');
  const tolerant = join(folder, 'tolerant.yaml');
  const text = `openapi: 3.1.0
paths:
  /pets/{id}:
    $ref: ./pet.json
x-tolerant:
  example: {
    "name": "Rex"
  }
`;
  writeFileSync(tolerant, text);
  expect(new Mock((await loadContract(tolerant)).document).contract.operations).toHaveLength(1);
  writeFileSync(tolerant, text.replace('}\n', '\n'));
  await expect(loadContract(tolerant)).rejects.toThrow(/tolerant\.yaml: is neither YAML nor JSON/);
  expect((await loadContract(file)).files).toHaveLength(4);
});

test('two contracts may have the same path with different methods, each with its own parameters, but not the same operation', async () => {
  const responses = { 204: { description: 'Done' } };
  const contractOf = (item: object) => ({ openapi: '3.2.0', paths: { '/rooms/{room}': item } });
  const parameter = (name: string, place: string, type: string) => ({
    name,
    in: place,
    required: true,
    schema: { type },
  });
  const room = parameter('room', 'path', 'string');
  const read = contractOf({ parameters: [room, parameter('since', 'query', 'integer')], get: { responses } });
  const write = contractOf({
    parameters: [room],
    put: { parameters: [parameter('room', 'path', 'integer')], responses },
    additionalOperations: { COPY: { responses } },
  });
  const mock = new Mock(mergeDocuments([read, write]));
  const status = async (method: string, path: string, query = '') =>
    (await mock.handle({ method, path, query, headers: {} })).answer.status;
  expect(await status('GET', '/rooms/a', 'since=1')).toBe(204);
  expect(await status('GET', '/rooms/a')).toBe(400);
  expect(await status('PUT', '/rooms/1')).toBe(204);
  expect(await status('PUT', '/rooms/a')).toBe(400);
  expect(await status('COPY', '/rooms/a')).toBe(204);
  expect(() => mergeDocuments([read, read])).toThrow(
    'GET /rooms/{room}: two of the contracts have it. Expected each operation once.',
  );
});

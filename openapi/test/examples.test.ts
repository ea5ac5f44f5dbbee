import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { at, bundle, isObject, type Json, member, resolve, walk } from './bundles.ts';

const contract = bundle('en');
// `$ref`s of a schema point into the contract, so the whole contract is registered under one id.
const ajv = new Ajv2020({ strict: false, formats: { int64: true } });
ajv.addSchema(contract, 'contract');

/** The validation errors of a value against the schema at a JSON Pointer of the contract. */
function complaints(schemaPointer: string, value: Json): string[] {
  const fragment = schemaPointer.split('/').map(encodeURIComponent).join('/');
  const validate = ajv.getSchema(`contract#${fragment}`);
  if (!validate) throw new Error(`No schema at ${schemaPointer}`);
  return validate(value)
    ? []
    : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

const examples = [...walk(contract)].flatMap(({ pointer, value }) => {
  if (!isObject(member(value, 'schema'))) return [];
  const schema = `${pointer}/schema`;
  const single = member(value, 'example');
  const named = Object.entries(member(value, 'examples') ?? {});
  return [
    ...(single === undefined ? [] : [{ name: pointer, schema, value: single }]),
    ...named.map(([name, example]) => ({
      name: `${pointer}: ${name}`,
      schema,
      value: member(example, 'value') ?? null,
    })),
  ];
});
const schemaExamples = [...walk(contract)].flatMap(({ pointer, value }) => {
  const list = member(value, 'examples');
  return Array.isArray(list)
    ? list.map((example, index) => ({ name: `${pointer} ${index}`, schema: pointer, value: example }))
    : [];
});

describe('every example of the contract matches its schema', () => {
  test.each([...examples, ...schemaExamples])(
    'the example matches its schema: $name',
    ({ schema, value }) => {
      expect(complaints(schema, value)).toEqual([]);
    },
  );

  test('a wrong example is reported', () => {
    expect(complaints('/components/schemas/SessionsPoint', { time: '28.06.2018', sessions: -1 })).not.toEqual(
      [],
    );
  });
});

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const paths = at(contract, '/paths');
const operations = Object.entries(isObject(paths) ? paths : {}).flatMap(([path, item]) =>
  METHODS.flatMap((method) => {
    const operation = member(item, method);
    const responses = member(operation, 'responses');
    return isObject(responses)
      ? [{ name: `${method.toUpperCase()} ${path}`, id: member(operation, 'operationId'), responses }]
      : [];
  }),
);

describe.each(operations)('the responses of $name', ({ responses }) => {
  test('the responses of an operation each have a description', () => {
    for (const response of Object.values(responses))
      expect(member(resolve(contract, response), 'description')).toMatch(/\S/);
  });
});

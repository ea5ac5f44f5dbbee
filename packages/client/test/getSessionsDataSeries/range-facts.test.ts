import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readContract } from 'openapi-mock-engine/model';
import { expect, test } from 'vitest';
import { rangeFacts } from '../../scripts/range-facts.ts';

interface Parameter {
  name: string;
  schema: { enum?: string[] };
}

const file = fileURLToPath(import.meta.resolve('@session-series/contract/openapi.en.json'));
const source = readFileSync(file, 'utf8');

/** The facts that the build takes from the contract for `range`, after a change of its parameters. */
function factsAfter(change: (parameters: Parameter[]) => Parameter[]): string {
  const document = JSON.parse(source);
  const operation = document.paths['/sessions/data_series'].get;
  const resolved = operation.parameters.map((parameter: { $ref?: string }) => {
    const keys = parameter.$ref?.split('/').slice(1) ?? [];
    return keys.length > 0 ? keys.reduce((node, key) => Reflect.get(node, key), document) : parameter;
  });
  operation.parameters = change(structuredClone(resolved));
  return rangeFacts(readContract(document));
}

const withUnits = (units: string[]) => (parameters: Parameter[]) =>
  parameters.map((parameter) =>
    parameter.name === 'unit' ? { ...parameter, schema: { ...parameter.schema, enum: units } } : parameter,
  );

test('the build takes the bounds of a range from the contract', () => {
  const facts = factsAfter((parameters) => parameters);
  expect(facts).toContain('export const maximumLength = 100;');
  expect(facts).toContain('export const filters = ["app_id","segment_id"] as const;');
});

test('a third unit fails the build of range, with a message that says what to do', () => {
  expect(() => factsAfter(withUnits(['day', 'hour', 'week']))).toThrow(
    'The contract has the units day, hour, week, but a range can only be cut into days and hours. ' +
      'Add the length of a window of the other units to src/range/windows.ts, and the units to scripts/range-facts.ts.',
  );
});

test('a renamed or missing unit fails the build of range', () => {
  expect(() => factsAfter(withUnits(['day', 'stunde']))).toThrow(
    'The contract has the units day, stunde, but',
  );
  expect(() => factsAfter(withUnits(['day']))).toThrow('The contract has the units day, but');
});

test.for(['length', 'unit', 'ending_at'])(
  'a contract without the parameter %s fails the build of range',
  (name) => {
    expect(() => factsAfter((parameters) => parameters.filter((each) => each.name !== name))).toThrow(
      `range is built on getSessionsDataSeries and its parameter "${name}", which the contract no longer has.`,
    );
  },
);

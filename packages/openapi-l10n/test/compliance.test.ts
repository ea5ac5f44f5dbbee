import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { JSONPathEnvironment } from 'json-p3';
import { describe, expect, test } from 'vitest';
import { readSource } from '../src/document/read.ts';
import type { Json } from '../src/json.ts';
import { applyOverlay } from '../src/overlay/apply.ts';
import { select } from '../src/overlay/select.ts';
import { validateOverlay } from '../src/overlay/validate.ts';

const root = join(import.meta.dirname, 'compliance');

describe("the specification's own compliance sets", () => {
  test.each(readdirSync(join(root, 'compliant-sets')))(
    'the compliance set %s of the Overlay Specification is applied as specified',
    async (name) => {
      const at = (file: string) => readSource(join(root, 'compliant-sets', name, file));
      const [contract, overlay, output] = await Promise.all(
        ['openapi.yaml', 'overlay.yaml', 'output.yaml'].map(at),
      );
      expect(applyOverlay(contract?.value ?? null, overlay?.value ?? null).document).toEqual(output?.value);
    },
  );
});

describe.each(['v1.0', 'v1.1'])("the specification's own documents of %s", (version) => {
  const files = (kind: string) => readdirSync(join(root, 'tests', version, kind));

  test.each(files('pass'))('%s of the Overlay Specification is a valid overlay', async (name) => {
    const { value } = await readSource(join(root, 'tests', version, 'pass', name));
    expect(validateOverlay(value)).toEqual([]);
  });

  test.each(files('fail'))('%s of the Overlay Specification is refused', async (name) => {
    const { value } = await readSource(join(root, 'tests', version, 'fail', name));
    expect(validateOverlay(value)).not.toEqual([]);
  });
});

// 1.2 is a draft, whose meaning may still change: such a document is refused, and by its version alone.
describe("the specification's own documents of the draft of 1.2", () => {
  const folder = join(root, 'tests/v1.2-dev');

  test.each(readdirSync(join(folder, 'pass')))(
    '%s of the draft of 1.2 is refused only for its version',
    async (name) => {
      const { value } = await readSource(join(folder, 'pass', name));
      expect(validateOverlay(value)).toMatchObject([
        { path: ['overlay'], message: expect.stringContaining('"1.2.') },
      ]);
      expect(validateOverlay({ ...Object(value), overlay: '1.1.0' })).toEqual([]);
    },
  );

  test.each(readdirSync(join(folder, 'fail')))(
    '%s of the draft of 1.2 would be refused in 1.1, too',
    async (name) => {
      const { value } = await readSource(join(folder, 'fail', name));
      const text = JSON.stringify(value).replace('"overlay":"1.2.0"', '"overlay":"1.1.0"');
      expect(validateOverlay(JSON.parse(text))).not.toEqual([]);
    },
  );
});

test('a target of names and indices selects what a JSONPath engine selects', () => {
  const environment = new JSONPathEnvironment({ strict: true });
  const step = fc.constantFrom(
    ...['.a', '.b_1', "['a']", "['/a/{b}']", "['0']", '[0]', '[1]', '.length', "['']", "['é']"],
  );
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, 1, 'a'),
      fc.array(tie('value'), { maxLength: 2 }),
      fc.dictionary(fc.constantFrom('a', 'b_1', '/a/{b}', '0', 'length', '', 'é'), tie('value')),
    ),
  }));
  let selected = 0;
  fc.assert(
    fc.property(value, fc.array(step, { maxLength: 3 }), (document, steps) => {
      const query = `$${steps.join('')}`;
      const found = select(document, query);
      selected += found.length;
      expect(found).toEqual(
        environment
          .query(query, document)
          .nodes.map(({ location, value: own }) => ({ path: location, value: own })),
      );
    }),
    { numRuns: 1000 },
  );
  expect(selected).toBeGreaterThan(200);
  for (const query of ['$.', '$a', '$[01]', "$['a", '$..', ' $.a', '$.a ', '$.é b'])
    expect(() => select({ a: 1 }, query), query).toThrow(/JSONPath syntax error/);
});

/** A difference from JSON Schema 2020-12 that is on purpose. */
export interface SchemaDifference {
  reason: string;
  /** The cases of the JSON Schema Test Suite that show it: file, group and title. */
  cases: RegExp;
  /** How many they are. */
  count: number;
  /** A schema and a value that show it too: whether the value is valid by the suite, and here. `refused` is an error. */
  example: { schema: object; value: unknown; suite: boolean; own: boolean | 'refused' };
}

const id = 'https://schemas.example/kept';

/** Where the validator differs from JSON Schema 2020-12, and why. */
export const schemaDifferences: readonly SchemaDifference[] = [
  {
    reason:
      'Host names are converted by the platform: the rules of RFC 5892 for single characters are not checked, and Punycode is not decoded.',
    cases: /^optional\/format\/(?:idn-)?hostname\.json /,
    count: 43,
    example: { schema: { format: 'idn-hostname' }, value: 'l·a.example', suite: false, own: true },
  },
  {
    reason: '`format` is checked, as authors of contracts and Prism expect.',
    cases: /^format\.json /,
    count: 19,
    example: { schema: { format: 'ipv4' }, value: '1.2.3', suite: true, own: false },
  },
  {
    reason: '`dependencies` is of older drafts; `dependentRequired` and `dependentSchemas` replace it.',
    cases: /^optional\/dependencies-compatibility\.json /,
    count: 14,
    example: { schema: { dependencies: { card: ['name'] } }, value: { card: 1 }, suite: false, own: true },
  },
  {
    reason:
      'A reference finds a schema by its `$id`, not by the address that it could be downloaded from, and never as one of an older draft.',
    cases: /^(?:refRemote\.json remote HTTP ref with different|optional\/cross-draft\.json )/,
    count: 5,
    example: { schema: { $ref: 'https://schemas.example/elsewhere' }, value: 1, suite: true, own: 'refused' },
  },
  {
    reason: 'An `$id` counts wherever it is written, since contracts keep schemas in extensions.',
    cases: /^optional\/unknownKeyword\.json /,
    count: 2,
    example: {
      schema: { $ref: id, $defs: { a: { $id: id, type: 'string' } }, 'x-b': [{ $id: id, type: 'null' }] },
      value: 'a',
      suite: true,
      own: false,
    },
  },
  {
    reason:
      'A pointer from one schema with an `$id` into another enters both for `$dynamicRef`; the standard leaves this open.',
    cases: /^optional\/dynamicRef\.json /,
    count: 2,
    example: {
      schema: {
        $id: 'https://schemas.example/main',
        $ref: 'bar#/$defs/item',
        $defs: {
          bar: {
            $id: 'bar',
            $defs: {
              item: {
                $id: 'item',
                $dynamicRef: '#content',
                $defs: { content: { $dynamicAnchor: 'content', type: 'integer' } },
              },
              content: { $dynamicAnchor: 'content', type: 'string' },
            },
          },
        },
      },
      value: 42,
      suite: true,
      own: false,
    },
  },
  {
    reason: '`$schema` turns no keywords off: a contract has one dialect.',
    cases: /^vocabulary\.json /,
    count: 1,
    example: {
      schema: { $schema: 'https://schemas.example/no-validation', minimum: 10 },
      value: 1,
      suite: true,
      own: false,
    },
  },
];

import type { BodySchema } from '../contract.ts';
import { fraction, hashText } from '../series/hash.ts';

/**
 * A body made up from its schema, for `Prefer: dynamic=true` where Prism does not run. The same seed gives the same
 * body; every property is present, and texts are the schema's own examples.
 */
export function dynamicBody(schema: BodySchema, seed = String(Math.random())): unknown {
  const key = hashText(seed);
  let drawn = 0;
  const integer = (from: number, to: number): number => {
    drawn += 1;
    return from + Math.floor(fraction(key, drawn) * (to - from + 1));
  };
  const oneOf = (choices: readonly unknown[]): unknown => choices[integer(0, choices.length - 1)];
  const make = (node: BodySchema): unknown => {
    if (node.enum !== undefined) return oneOf(node.enum);
    switch (node.type) {
      case 'object':
        return Object.fromEntries(
          Object.entries(node.properties ?? {}).map(([name, property]) => [name, make(property)]),
        );
      case 'array': {
        const { minItems = 0, maxItems = minItems + 4, items = {} } = node;
        return Array.from({ length: integer(minItems, maxItems) }, () => make(items));
      }
      case 'integer':
      case 'number':
        return integer(node.minimum ?? 0, node.maximum ?? 9_999);
      case 'boolean':
        return oneOf([false, true]);
      default:
        return node.examples === undefined ? 'text' : oneOf(node.examples);
    }
  };
  return make(schema);
}

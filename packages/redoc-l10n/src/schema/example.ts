import type { JSONSchema7 } from 'json-schema';
import type { Json, JsonObject } from 'openapi-l10n';
import { compilePattern, makeMatchingText } from 'openapi-mock-engine/model';
import { createRandom, hashText } from 'openapi-mock-engine/random';
import { sample } from 'openapi-sampler';
import type { Resolver } from '../description/resolver.ts';
import { asObject, asShown, isObject } from '../json.ts';
import type { Parameter } from '../reference/types.ts';
import type { PageContext } from '../render/context.ts';
import { schemaExamples } from './facts.ts';
import { viewOf } from './view.ts';

/** The direction of an example: requests leave out read-only, responses write-only properties. */
export type Direction = 'request' | 'response';

/** A value that fits a schema, made from its examples, defaults and types; `undefined` when none can be made. */
export function exampleFor(schema: JsonObject, direction: Direction, resolver: Resolver): Json | undefined {
  try {
    const options = {
      quiet: true,
      maxSampleDepth: 6,
      skipReadOnly: direction === 'request',
      skipWriteOnly: direction === 'response',
    };
    // The sampler's types only cover one draft, and no JSON values, although it takes and returns JSON.
    const made = sample(schema as JSONSchema7, options, resolver.document) as Json | undefined;
    return made === undefined ? undefined : withPatterns(made, schema, resolver);
  } catch {
    // A schema that cannot be sampled, for example because of an unresolved reference, is shown without an example.
    return undefined;
  }
}

/** A value for a parameter: its example, or any valid value if it is required. Placeholders such as `{{id}}` do not count. */
export function exampleValue(parameter: Parameter, { resolver }: PageContext): string | undefined {
  const view = viewOf(parameter.schema, resolver);
  const given = parameter.examples[0]?.value ?? schemaExamples(view.schema)[0];
  if (given !== undefined) {
    const text = asShown(given);
    return /^\{\{.*\}\}$/.test(text) && !parameter.required ? undefined : text;
  }
  if (!parameter.required) return undefined;
  const made = exampleFor(parameter.schema, 'request', resolver);
  return made === undefined || made === null ? undefined : asShown(made);
}

/** Members whose values are the author's, and stay as they are. */
const authored = ['example', 'examples', 'default', 'enum', 'const'];

/** The sample with texts that match the patterns of their schemas, which the sampler ignores. */
function withPatterns(value: Json, node: Json | undefined, resolver: Resolver): Json {
  const { schema, alternatives } = viewOf(node, resolver);
  if (authored.some((key) => schema[key] !== undefined)) return value;
  if (typeof value === 'string')
    return typeof schema.pattern === 'string' ? matching(value, schema, schema.pattern) : value;
  if (Array.isArray(value)) return value.map((item) => withPatterns(item, schema.items, resolver));
  if (!isObject(value)) return value;
  const first = alternatives[0] && viewOf(alternatives[0], resolver).schema;
  const properties = { ...asObject(first?.properties), ...asObject(schema.properties) };
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withPatterns(item, properties[key], resolver)]),
  );
}

/** The text itself, or one that matches the pattern within the bounds of the length; the same in each build. */
function matching(text: string, { minLength, maxLength }: JsonObject, pattern: string): string {
  const [least, most] = [Number(minLength ?? 0), Number(maxLength ?? Number.POSITIVE_INFINITY)];
  const expression = compilePattern(pattern);
  const isValid = (one: string) =>
    one.length >= least && one.length <= most && expression?.test(one) !== false;
  if (isValid(text)) return text;
  return makeMatchingText(pattern, least, createRandom(hashText(pattern)), isValid) ?? text;
}

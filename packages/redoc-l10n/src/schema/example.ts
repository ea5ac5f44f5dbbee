import type { JSONSchema7 } from 'json-schema';
import type { Json, JsonObject } from 'openapi-l10n';
import { sample } from 'openapi-sampler';
import type { Resolver } from '../description/resolver.ts';
import { asShown } from '../json.ts';
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
    return sample(schema as JSONSchema7, options, resolver.document) as Json | undefined;
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

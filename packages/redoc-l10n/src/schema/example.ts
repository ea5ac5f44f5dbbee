import type { JSONSchema7 } from 'json-schema';
import type { Json, JsonObject } from 'openapi-l10n';
import { sample } from 'openapi-sampler';
import type { Resolver } from '../description/resolver.ts';

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

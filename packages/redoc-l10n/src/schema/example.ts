import type { JSONSchema7 } from 'json-schema';
import type { Json, JsonObject } from 'openapi-l10n';
import { sample } from 'openapi-sampler';
import type { Resolver } from '../description/resolver.ts';

/** What an example is for: a request leaves out what is read-only, a response what is write-only. */
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
    // The sampler's types know the schemas of one draft only, and no JSON values; it takes and returns nothing else.
    return sample(schema as JSONSchema7, options, resolver.document) as Json | undefined;
  } catch {
    // A schema that cannot be sampled, such as one whose reference leads nowhere, is shown without an example.
    return undefined;
  }
}

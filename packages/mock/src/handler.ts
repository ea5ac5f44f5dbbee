import type { SessionSource } from './series/source.ts';

/** Valid parameters of one request, by their names on the wire, defaults filled in. */
export interface Parameters {
  readonly [name: string]: string | number | undefined;
}

/** What a handler may look at beside the request. */
export interface HandlerContext {
  source: SessionSource;
  /** The mock's clock: milliseconds since the epoch. */
  now: number;
}

/** A value that passed its schema and is wrong all the same, such as the 30th of February. */
export interface Refusal {
  parameter: string;
  /** What would have been allowed. */
  expected: string;
}

/**
 * The answer's content for one operation: either a JSON text for status 200, or why not.
 * It returns text, not an object, because writing a series directly is several times faster.
 */
export type Handler = (
  parameters: Parameters,
  context: HandlerContext,
) => { json: string } | { refusal: Refusal };

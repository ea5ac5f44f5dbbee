import type { Operation } from './model/index.ts';

/** A valid request, passed to a handler: values have the types of the contract, defaults are filled in. */
export interface HandlerRequest {
  path: { readonly [name: string]: unknown };
  query: { readonly [name: string]: unknown };
  /** Header parameters of the contract, by name in lower case. */
  headers: { readonly [name: string]: unknown };
  cookies: { readonly [name: string]: unknown };
  /** The body, decoded by its media type; `undefined` if there is none. */
  body: unknown;
  /** The mock's clock: milliseconds since the epoch. */
  now: number;
  /** Random numbers in [0, 1), the same sequence for the same request and seed. */
  random(): number;
  /** Kept between requests until the mock is reset; one for each value of the header `X-Mock-Isolation`. */
  state: Map<string, unknown>;
  operation: Operation;
}

/** The answer of a handler. Anything left out comes from the contract. */
export interface HandlerAnswer {
  /** @default the first success of the contract */
  status?: number;
  headers?: { readonly [name: string]: string };
  /** Encoded for the media type of the answer. Default: the contract's example, or data generated from its schema. */
  body?: unknown;
  /** The encoded body; several times faster than `body` for long answers. */
  text?: string;
}

/** A value that is valid by its schema but wrong, such as February 29, 2026. */
export interface HandlerRefusal {
  refuse: {
    /** The parameter, or the place in the body as `body.items[0]`. */
    name: string;
    value: unknown;
    /** What is allowed, in words that continue "Expected". */
    expected: string;
  };
}

/**
 * Answers one operation. Requests are checked before, so a handler only receives valid ones. Return `undefined` to leave
 * the answer to the contract.
 *
 * @example
 * const getPet: Handler = ({ path, state }) => ({ body: { id: path.petId, name: 'Rex' } });
 */
export type Handler = (
  request: HandlerRequest,
) => HandlerAnswer | HandlerRefusal | undefined | Promise<HandlerAnswer | HandlerRefusal | undefined>;

/** Handlers by the id of their operation. */
export interface Handlers {
  readonly [operationId: string]: Handler;
}

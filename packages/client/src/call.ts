import type { Sender } from './attempt.ts';
import type { RequestFacts } from './errors.ts';
import type { Operation, RequestTarget } from './operation.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Result } from './receive.ts';
import { send } from './send.ts';
import { type RetryContext, withRetry } from './with-retry.ts';

/** A successful response: its status, and its body with the type from the contract. */
export interface Success<Status extends number = number, Body = unknown> {
  /** The HTTP status. */
  readonly status: Status;
  /** The body: parsed JSON, text, a `Blob`, or `undefined` when there is none. */
  readonly body: Body;
}

/** What comes with every successful response. */
export interface ResponseMetadata {
  /** Status and headers of the response, without the key if the server repeats it. */
  readonly response: Pick<Response, 'status' | 'statusText' | 'headers'>;
  /** The state of the rate limit; `undefined` when the response has none. */
  readonly rateLimit: RateLimit | undefined;
  /** The value of `X-Request-Id`; `undefined` when the server sent none. */
  readonly requestId: string | undefined;
  /** The request, without its key. */
  readonly request: RequestFacts;
}

/** A call in progress. Await it for the body of the response. */
export interface Call<Answer extends Success> extends Promise<Answer['body']> {
  /**
   * Returns the body together with status, headers, rate limit and request id.
   *
   * @example
   * const { body, rateLimit, response } = await client.getSessionsDataSeries({ length: 14 }).withResponse();
   * console.log(rateLimit?.remaining, response.headers.get('date'));
   */
  withResponse(): Promise<Answer & ResponseMetadata>;
}

/** Everything that a call needs: its options, those of its client, and what the calls of a client share. */
export interface CallContext extends RetryContext, Sender, RequestTarget {
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Calls any operation: builds the request, sends it, and retries when that can help, within the limits of the
 * context.
 *
 * @param contextOf makes the context of the call; if it throws, the call rejects.
 */
export function call<Answer extends Success>(
  operation: Operation,
  given: unknown,
  contextOf: () => CallContext,
): Call<Answer> {
  const result = run(operation, given, contextOf);
  const body = result.then((settled) => settled.body);
  const withResponse = async () => {
    // Deriving one promise from the other keeps rejections handled whichever is awaited.
    await body;
    const { withResponse } = await result;
    // The generator knows the type of the result.
    return withResponse() as Answer & ResponseMetadata;
  };
  return Object.assign(body, { withResponse });
}

async function run(operation: Operation, given: unknown, contextOf: () => CallContext): Promise<Result> {
  const context = contextOf();
  const { id, method, accept } = operation;
  const { url, headers, body } = operation.build(operation, given, context);
  const request = { operation: id, method, url };
  const fixed = { operation, request, body, headers: { accept, ...context.headers, ...headers } };
  const sendOnce = (number: number, signal: AbortSignal) => send({ ...fixed, number, signal }, context);
  return withRetry(sendOnce, request, context);
}

import type { RequestFacts } from './errors.ts';
import type { Logger } from './hooks.ts';
import type { Operation } from './operation.ts';
import type { RateLimit } from './rate-limit.ts';
import { type Result, type Sender, send } from './send.ts';
import { type RetryContext, withRetry } from './with-retry.ts';

/** A success of an operation: its status, and its body in the type that the contract gives it. */
export interface Success<Status extends number = number, Body = unknown> {
  /** The HTTP status. */
  readonly status: Status;
  /** The body: parsed JSON, text, a `Blob`, or `undefined` when there is none. */
  readonly body: Body;
}

/** What comes with every success. */
export interface ResponseMetadata {
  /** The response. Its headers can be read; its body is used up. */
  readonly response: Pick<Response, 'status' | 'statusText' | 'headers'>;
  /** The state of the rate limit; `undefined` when the response has none. */
  readonly rateLimit: RateLimit | undefined;
  /** The value of `X-Request-Id`; `undefined` when the server sent none. */
  readonly requestId: string | undefined;
  /** The request, without its key. */
  readonly request: RequestFacts;
}

/** A call in progress: awaited, it gives the body of the response. */
export interface Call<Answer extends Success> extends Promise<Answer['body']> {
  /**
   * Gives the body together with status, headers, rate limit and request id.
   *
   * @example
   * const { body, rateLimit, response } = await client.getSessionsDataSeries({ length: 14 }).withResponse();
   * console.log(rateLimit?.remaining, response.headers.get('date'));
   */
  withResponse(): Promise<Answer & ResponseMetadata>;
}

/** Everything that a call needs: the options of its client and its own, and what the calls of a client share. */
export interface CallContext extends RetryContext, Omit<Sender, 'debug'> {
  readonly baseUrl: string;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Query parameters of every operation that has them. */
  readonly defaults: Readonly<Record<string, unknown>> | undefined;
  readonly logger: Logger | undefined;
  readonly logLevel: 'debug' | 'warn';
}

/**
 * Calls an operation, whichever it is: builds the request, sends it, and retries where that helps, within the limits of the
 * context.
 *
 * @param context makes the context of the call; what it throws rejects the call.
 */
export function call<Answer extends Success>(
  operation: Operation,
  given: unknown,
  context: () => CallContext,
): Call<Answer> {
  let result: Result | undefined;
  const body = run(operation, given, context).then((settled) => {
    result = settled;
    return settled.body;
  });
  return Object.assign(body, {
    // The result is there once the body is; its type is what the generator says of the operation.
    withResponse: () => body.then(() => result as unknown as Answer & ResponseMetadata),
  });
}

async function run(operation: Operation, given: unknown, contextOf: () => CallContext): Promise<Result> {
  const context = contextOf();
  const built = operation.build(operation, given, context);
  const headers = { accept: operation.accept, ...context.headers, ...built.headers };
  const prepared = { ...built, headers };
  const facts = { operation: operation.id, method: operation.method, url: prepared.url };
  const log = logOf(context);
  const sender = { ...context, debug: log.debug };
  return withRetry(
    (attempt, signal) => send(operation, prepared, facts, attempt, sender, signal),
    facts,
    context,
    log.warn,
  );
}

/** A logger may throw, and must not end a call by that. */
function logOf({ logger, logLevel }: CallContext) {
  const safely = (write: () => void) => {
    try {
      write();
    } catch {}
  };
  return {
    warn: (message: string) => safely(() => logger?.warn(message)),
    debug: (message: () => string) => {
      if (logLevel === 'debug') safely(() => logger?.debug?.(message()));
    },
  };
}

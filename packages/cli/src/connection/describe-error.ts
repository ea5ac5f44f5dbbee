import {
  AuthenticationError,
  HttpError,
  InvalidResponseError,
  NetworkError,
  PermissionDeniedError,
  RateLimitError,
  SessionSeriesError,
  TimeoutError,
} from '@session-series/client';
import type { Context } from '../context.ts';
import { CommandError } from '../exit-codes.ts';

/** Explains a failed request in the user's language, and what to do; other errors are returned unchanged. */
export function describeError(
  error: unknown,
  { words, contract }: Pick<Context, 'words' | 'contract'>,
): unknown {
  if (!(error instanceof SessionSeriesError)) return error;
  const { errors } = words;
  const of = (reason: ConstructorParameters<typeof CommandError>[0], message: string) =>
    new CommandError(reason, message, { cause: error });
  if (error instanceof AuthenticationError) return of('noPermission', errors.authentication(error.detail));
  if (error instanceof PermissionDeniedError)
    return of('noPermission', errors.permission(error.detail, contract.permission));
  if (error instanceof RateLimitError) return of('rateLimit', errors.rateLimit(error.rateLimit?.reset));
  if (error instanceof HttpError) {
    const reason = error.status >= 500 ? 'unavailable' : 'protocol';
    return of(
      reason,
      errors.status(error.status, [error.detail, ...error.errors].join('; '), error.attempts),
    );
  }
  if (error instanceof TimeoutError)
    return of('unavailable', errors.timeout(originOf(error), error.attempts));
  if (error instanceof NetworkError) {
    return of('unavailable', errors.network(originOf(error), causeOf(error), error.attempts));
  }
  if (error instanceof InvalidResponseError) return of('protocol', errors.invalid(error.message));
  return of('software', error.message);
}

function originOf({ request }: SessionSeriesError): string {
  return URL.canParse(request.url) ? new URL(request.url).origin : request.url;
}

/** The innermost reason: a Node.js code such as ECONNREFUSED, if any. */
function causeOf(error: Error): string {
  let cause: unknown = error;
  while (cause instanceof Error && cause.cause !== undefined) cause = cause.cause;
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  return code ?? (cause instanceof Error ? cause.message : String(cause));
}

import { HttpError, InvalidResponseError, TimeoutError } from '@session-series/client';

/** Why there is no series, for display. */
export type Failure =
  | { kind: 'status'; status: number; message: string; resetAt: number | undefined }
  | { kind: 'network' }
  | { kind: 'timeout' }
  | { kind: 'invalid' };

/** Converts an error of the client for display. */
export function failureOf(error: Error): Failure {
  if (error instanceof HttpError) {
    const resetAt =
      error.status === 429 ? (error.retryAfter ?? error.rateLimit?.reset)?.getTime() : undefined;
    return { kind: 'status', status: error.status, message: error.detail, resetAt };
  }
  if (error instanceof InvalidResponseError) return { kind: 'invalid' };
  if (error instanceof TimeoutError) return { kind: 'timeout' };
  return { kind: 'network' };
}

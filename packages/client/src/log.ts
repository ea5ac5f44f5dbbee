import type { Hooks, Logger } from './hooks.ts';
import { seconds } from './retry.ts';

/** The messages for a logger. */
export interface Log extends Pick<Hooks, 'onResponse' | 'onRetry'> {
  warn(message: string): void;
}

/**
 * Adds messages for a logger to the hooks of a client. A logger may throw, or reject when it is
 * asynchronous, and must not end a call by that.
 *
 * @param hooks of the client, called after the logger.
 */
export function logOf(hooks: Hooks, logger: Logger | undefined, logLevel: 'debug' | 'warn'): Log {
  // What an asynchronous function throws is a rejection, too.
  const write = (level: 'warn' | 'debug', message: string) =>
    void (async () => logger?.[level]?.(message))().catch(() => {});
  const warn = (message: string) => write('warn', message);
  return {
    warn,
    onRetry(event) {
      const { error, attempt, maxAttempts, delay } = event;
      warn(`${error.message}; retrying in ${seconds(delay)} (attempt ${attempt} of ${maxAttempts})`);
      return hooks.onRetry?.(event);
    },
    onResponse:
      logLevel === 'warn'
        ? hooks.onResponse
        : (event) => {
            const { method, url, status, milliseconds, attempt } = event;
            write('debug', `${method} ${url}: ${status} in ${milliseconds} ms (attempt ${attempt})`);
            return hooks.onResponse?.(event);
          },
  };
}

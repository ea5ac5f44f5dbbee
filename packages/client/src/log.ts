/**
 * Logs what a client does.
 *
 * @module @session-series/client/log
 */
import type { Hooks } from './hooks.ts';
import { seconds } from './retry.ts';

/** Receives log messages: `console`, or a logger of pino or winston. */
export interface Logger {
  /** Called for retries and waits. */
  warn(message: string): void;
  /** Called for every request, at the level `debug`. */
  debug?(message: string): void;
}

/**
 * Makes hooks that log, never with a key. A logger that throws, or rejects when it is asynchronous, does not end the call.
 *
 * @param level `warn` for retries and waits for the rate limit, `debug` also for every request.
 *
 * @example
 * const client = createClient({ instance: 'EU-01', apiKey, ...logHooks(console, 'debug') });
 */
export function logHooks(logger: Logger, level: 'debug' | 'warn' = 'warn'): Hooks {
  // What an asynchronous function throws is a rejection, too.
  const write = (method: 'warn' | 'debug', message: string) =>
    void (async () => logger[method]?.(message))().catch(() => {});
  return {
    onRetry({ error, attempt, maxAttempts, delay }) {
      const next = `attempt ${attempt} of ${maxAttempts}`;
      write('warn', `${error.message}; retrying in ${seconds(delay)} (${next})`);
    },
    onWait({ method, url, delay, rateLimit: { remaining, limit } }) {
      const left = `${remaining.toLocaleString('en')} of ${limit.toLocaleString('en')} requests left`;
      write('warn', `${method} ${url}: ${left} until the rate limit resets; sending in ${seconds(delay)}`);
    },
    ...(level === 'debug' && {
      onResponse({ method, url, status, milliseconds, attempt }) {
        write('debug', `${method} ${url}: ${status} in ${milliseconds} ms (attempt ${attempt})`);
      },
    }),
  };
}

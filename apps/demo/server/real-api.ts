import { isApiKey, isLoopback } from '@session-series/client';

/** The command line or the environment is invalid; the message says what to do. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The instance of the real API, and its key. */
export interface RealApi {
  /** The name of the instance, or the host of the base URL. */
  instance: string;
  /** Scheme, host and port. */
  url: string;
  key: string;
}

/**
 * Reads the environment variables of the real API.
 *
 * @returns undefined without a key
 * @throws UsageError without the values: if the variables are swapped, the value is the key
 */
export function realApi(
  env: Record<string, string | undefined>,
  instances: readonly { name: string; url: string }[],
): RealApi | undefined {
  const key = env['SESSION_SERIES_API_KEY'];
  const chosen = env['SESSION_SERIES_INSTANCE'];
  if (!key) return undefined;
  const known = `Expected one of ${instances.map(({ name }) => name).join(', ')}, or a base URL.`;
  if (!isApiKey(key)) {
    throw new UsageError(
      'SESSION_SERIES_API_KEY contains a character that a key cannot have. Copy the key again, without spaces and quotation marks.',
    );
  }
  if (!chosen)
    throw new UsageError(`SESSION_SERIES_INSTANCE is not set, but SESSION_SERIES_API_KEY is. ${known}`);
  const instance = instances.find(({ name }) => name === chosen.toUpperCase());
  if (instance) return { instance: instance.name, url: instance.url, key };
  const url = URL.canParse(chosen) ? new URL(chosen) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(
      `SESSION_SERIES_INSTANCE is neither a known instance nor an http(s) URL. ${known} Check that the two variables are not swapped.`,
    );
  }
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    throw new UsageError(
      'SESSION_SERIES_INSTANCE is an http URL, which would send the key unencrypted. Use https.',
    );
  }
  return { instance: url.host, url: url.origin, key };
}

import { instances } from './generated/instances.ts';
import { refuseKey } from './refuse.ts';

export { instances };

/** The name of an instance of the REST API, as in the contract's server list. */
export type Instance = keyof typeof instances;

/** Whether a text, for example from a setting or a form, is the name of an instance. */
export function isInstance(name: string): name is Instance {
  return Object.hasOwn(instances, name);
}

/**
 * Whether a host name is this machine (`localhost`, `127.0.0.0/8` or `::1`), the only one that keys are sent to over plain http.
 *
 * @param hostname without a port, such as the `hostname` of a URL; IPv6 with or without brackets.
 */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[?::1\]?)$/i.test(hostname);
}

/**
 * Where to send requests: an instance by name, or any base URL (a mock, a proxy). There is no default: an instance rejects a
 * valid key of another one with 401.
 */
export type Target =
  | {
      /** The instance that the key belongs to, by its name in the contract's server list. */
      instance: Instance;
      baseUrl?: undefined;
    }
  | {
      /**
       * Where the paths of the contract begin: https, or http to this machine; in a browser also relative, such as `/api`. Query,
       * fragment, user name and password are left out.
       */
      baseUrl: string | URL;
      instance?: undefined;
    };

/**
 * Returns the base URL of a target, without a trailing slash.
 *
 * @throws TypeError for an unknown instance, a missing target, or plain http to another machine.
 */
export function baseUrlOf({
  instance,
  baseUrl,
  allowInsecure,
}: Target & { allowInsecure?: boolean | undefined }): string {
  const name = String(instance);
  if (instance === undefined && baseUrl !== undefined) return checkBaseUrl(baseUrl, allowInsecure);
  if (baseUrl === undefined && isInstance(name)) return checkBaseUrl(instances[name], allowInsecure);
  const known = Object.keys(instances).join(', ');
  throw new TypeError(`instance: expected one of ${known}, or baseUrl in its place, got ${name}`);
}

/**
 * Returns a base URL without a trailing slash.
 *
 * @throws TypeError for an invalid URL, and for plain http to another machine.
 */
export function checkBaseUrl(url: string | URL, allowInsecure = false): string {
  const { protocol, hostname, origin, pathname } = parseUrl(url);
  if (protocol === 'http:' && !allowInsecure && !isLoopback(hostname)) {
    refuseKey(`to ${origin} without https`, 'allowInsecure');
  }
  return (origin + pathname).replace(/\/+$/, '');
}

function parseUrl(url: string | URL): URL {
  const { location } = globalThis as { location?: { href: string } };
  try {
    const parsed = new URL(url, location?.href);
    if (/^https?:$/.test(parsed.protocol)) return parsed;
  } catch {
    // The message below says more.
  }
  throw new TypeError(`baseUrl: expected a URL with https, got "${url}"`);
}

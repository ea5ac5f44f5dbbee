import { instances } from './generated/instances.ts';

/** The name of an instance of the REST API, as in the contract's server list. */
export type Instance = keyof typeof instances;

/** Where to send requests: an instance by name, or any base URL (a mock, a proxy). There is no default. */
export type Target = { instance: Instance; baseUrl?: never } | { baseUrl: string | URL; instance?: never };

/**
 * The base URL of a target.
 *
 * @throws {TypeError} for an unknown instance, no target at all, or plain http to a host that is not loopback.
 */
export function baseUrlOf({ instance, baseUrl }: Target): string {
  if (instance !== undefined && !Object.hasOwn(instances, instance)) {
    throw new TypeError(`Unknown instance "${instance}". Known: ${Object.keys(instances).join(', ')}.`);
  }
  const text = baseUrl ?? (instance && instances[instance]);
  if (!text) throw new TypeError('Choose where to send requests: { instance } or { baseUrl }.');
  const url = new URL(text);
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    throw new TypeError(`${url.origin}: a key is sent over https only, or to this machine.`);
  }
  return url.href.replace(/\/$/, '');
}

function isLoopback(host: string): boolean {
  return /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);
}

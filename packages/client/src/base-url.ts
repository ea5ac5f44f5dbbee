import { instances } from './generated/instances.ts';

/** The name of an instance of the REST API, as in the contract's server list. */
export type Instance = keyof typeof instances;

/**
 * Where to send requests: an instance by name, or any base URL (a mock, a proxy). There is no default: a good key on a wrong
 * instance answers 401, like a dead one.
 */
export type Target =
  | {
      /** The instance that the key belongs to, by its name in the contract's server list. */
      instance: Instance;
      baseUrl?: never;
    }
  | {
      /**
       * Where the paths of the contract begin: https, or http to this machine. A query, a fragment, and the name and password
       * of a user are left out.
       */
      baseUrl: string | URL;
      instance?: never;
    };

/**
 * The base URL of a target.
 *
 * @throws TypeError for an unknown instance, no target at all, or plain http to a host that is not loopback.
 */
export function baseUrlOf({ instance, baseUrl }: Target): string {
  const text = baseUrl ?? (instance && instances[instance]);
  if (!text)
    throw new TypeError(`instance: ${instance}. Expected ${Object.keys(instances).join(', ')}, or baseUrl.`);
  const { origin, pathname } = new URL(text);
  if (!/^https:|^http:\/\/(localhost|127[\d.]+|\[::1])(:|$)/.test(origin)) {
    throw new TypeError(`baseUrl: ${origin}. Expected https, or this machine.`);
  }
  return origin + pathname;
}

import type { Operation } from './operation.ts';
import { refuseKey, refuseValue } from './refuse.ts';

/**
 * A secret, or a function that returns it. A function is called before each attempt, so that a key can be loaded late, or
 * changed while the client is in use.
 */
export type Credential = string | (() => string | Promise<string>);

/**
 * Adds the credentials of an operation to a request.
 *
 * @param credentials by the ids of their schemes.
 * @returns the secrets.
 * @throws TypeError when one is missing, or cannot be sent.
 */
export async function authorize(
  request: { url: string; headers: Record<string, string> },
  { security: [first = []], chooseSchemes }: Operation,
  credentials: Readonly<Record<string, Credential | undefined>>,
): Promise<string[]> {
  const secrets: string[] = [];
  for (const { id, send, name = '' } of chooseSchemes ? chooseSchemes(credentials) : first) {
    const credential = credentials[id];
    const secret = checkSecret(id, typeof credential === 'function' ? await credential() : credential);
    send(request, secret, name);
    secrets.push(secret);
  }
  return secrets;
}

/**
 * Whether a text can be a key: ASCII without spaces, quotes and control characters. Anything else was copied
 * by accident.
 *
 * @example
 * isApiKey(process.env.SESSION_SERIES_API_KEY ?? ''); // false when the variable is missing
 */
export function isApiKey(text: string): boolean {
  return /^[!#-&(-~]+$/.test(text);
}

/**
 * Returns a secret unchanged if it can be sent in a header.
 *
 * @param name of the option, or of the scheme.
 * @throws TypeError for anything else. The message never contains the secret.
 */
export function checkSecret(name: string, secret: unknown): string {
  if (typeof secret === 'string' && isApiKey(secret)) return secret;
  return refuseValue(name, secret, 'ASCII without spaces and quotes (is the environment variable set?)');
}

/**
 * Refuses to run in a browser, unless that is allowed.
 *
 * @throws TypeError in a page or a worker.
 */
export function refuseBrowser(isAllowed: boolean | undefined): void {
  if (!isAllowed && isBrowser()) refuseKey('from a browser', 'dangerouslyAllowBrowser');
}

/** Whether this is a page or a worker of a browser. In Node.js, `indexedDB` may come from a test package. */
export function isBrowser(): boolean {
  const { process, indexedDB } = globalThis as {
    process?: { versions?: { node?: string } };
    indexedDB?: unknown;
  };
  return indexedDB !== undefined && process?.versions?.node === undefined;
}

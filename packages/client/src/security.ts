import type { Operation, SecurityScheme } from './operation.ts';

/**
 * A secret, or a function that returns it. A function is called before each attempt, so that a key can be loaded late, or
 * changed while the client is in use.
 */
export type Credential = string | (() => string | Promise<string>);

/** A scheme with the secret to send. */
export interface ResolvedCredential {
  readonly scheme: SecurityScheme;
  readonly secret: string;
}

/**
 * Chooses the first alternative of an operation for which all credentials are available, and gets the secrets.
 *
 * @param credentials by the scheme's name in the contract.
 * @throws TypeError when no alternative can be met, or a secret cannot be sent.
 */
export async function resolveCredentials(
  { id, security }: Operation,
  apiKey: Credential | undefined,
  credentials: Readonly<Record<string, Credential | undefined>>,
): Promise<ResolvedCredential[]> {
  const credentialOf = (scheme: SecurityScheme) =>
    credentials[scheme.id] ?? (scheme.isDefault ? apiKey : undefined);
  const alternative = security.find((schemes) => schemes.every(credentialOf));
  if (!alternative) {
    const names = security.map((schemes) => schemes.map((scheme) => scheme.id).join(' and ')).join(', or ');
    throw new TypeError(`${id} needs a credential for ${names}; pass it in the option credentials`);
  }
  const resolved: ResolvedCredential[] = [];
  for (const scheme of alternative) {
    const credential = credentialOf(scheme);
    const name = credentials[scheme.id] === undefined ? 'apiKey' : `credentials.${scheme.id}`;
    const secret = typeof credential === 'function' ? await credential() : credential;
    resolved.push({ scheme, secret: checkSecret(name, secret) });
  }
  return resolved;
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
 * @param name the name of the option.
 * @throws TypeError for anything else. The message never contains the secret.
 */
export function checkSecret(name: string, secret: unknown): string {
  if (typeof secret === 'string' && isApiKey(secret)) return secret;
  const found =
    typeof secret === 'string'
      ? secret && 'has spaces, quotes or non-ASCII characters'
      : `is ${secret === null ? 'null' : typeof secret}`;
  throw new TypeError(`${name} ${found || 'is empty'}; expected a key. Is the environment variable set?`);
}

/**
 * Refuses to run in a browser, unless that is allowed.
 *
 * @throws TypeError in a page or a worker.
 */
export function refuseBrowser(isAllowed: boolean | undefined): void {
  if (isAllowed || !isBrowser()) return;
  throw new TypeError(
    'Refusing to send an API key from a browser. Pass dangerouslyAllowBrowser: true to override.',
  );
}

/** Whether this is a page or a worker of a browser. In Node.js, `indexedDB` may come from a test package. */
export function isBrowser(): boolean {
  const { process, indexedDB } = globalThis as {
    process?: { versions?: { node?: string } };
    indexedDB?: unknown;
  };
  return indexedDB !== undefined && process?.versions?.node === undefined;
}

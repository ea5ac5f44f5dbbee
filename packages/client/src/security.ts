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
 * Chooses the first alternative of an operation for which every credential is known, and asks for the secrets.
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
    throw new TypeError(`${id} needs a credential for ${names}. Pass it in the option credentials.`);
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
 * Returns a secret that can be sent in a header, unchanged.
 *
 * @param name of the option that has it.
 * @throws TypeError for anything else. The message never repeats the secret.
 */
export function checkSecret(name: string, secret: unknown): string {
  if (typeof secret === 'string' && /^[!#-&(-~]+$/.test(secret)) return secret;
  const problem =
    typeof secret !== 'string'
      ? `${secret === null ? 'null' : typeof secret}`
      : secret === ''
        ? 'an empty string'
        : 'a string with spaces, quotes or characters that are not ASCII';
  throw new TypeError(
    `${name} is ${problem}. Expected a key: visible ASCII characters without spaces or quotes. Is the environment variable set?`,
  );
}

/** What a credential adds to a request. */
export function credentialValue({ scheme, secret }: ResolvedCredential): string {
  return `${scheme.prefix ?? ''}${scheme.prefix === 'Basic ' ? btoa(secret) : secret}`;
}

/** Whether this is a page or a worker of a browser. Node.js may have `indexedDB` too, from a package for tests. */
export function isBrowser(): boolean {
  const { process, indexedDB } = globalThis as {
    process?: { versions?: { node?: string } };
    indexedDB?: unknown;
  };
  return indexedDB !== undefined && process?.versions?.node === undefined;
}

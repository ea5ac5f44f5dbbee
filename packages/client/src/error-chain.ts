import type { Redact } from './redact.ts';

/** The shape of an error. One from another realm is not an instance of this realm's `Error`. */
interface ErrorLike {
  readonly name: string;
  readonly message: string;
  readonly code?: unknown;
  readonly cause?: unknown;
}

/** An error and its causes, outermost first. */
function chainOf(error: unknown): ErrorLike[] {
  const chain: ErrorLike[] = [];
  let link = error as ErrorLike | undefined;
  while (typeof link?.message === 'string' && !chain.includes(link)) {
    chain.push(link);
    link = link.cause as ErrorLike | undefined;
  }
  return chain;
}

/** The first `code` among an error and its causes, such as `ECONNREFUSED`. */
export function codeOf(error: unknown): string | undefined {
  return chainOf(error)
    .map(({ code }) => code)
    .find((code) => typeof code === 'string');
}

// Engines name the value in the message of a TypeError, platforms the network.
const mistake = / is (not|undefined|null)|cannot|circular|invalid|const/i;

/** Whether an error comes from the network and not from a bug: it has a code, or is the TypeError of a platform's `fetch`. */
export function isNetworkError(error: unknown): boolean {
  const { name, message } = Object(error);
  return codeOf(error) !== undefined || (name === 'TypeError' && !mistake.test(message));
}

/** The messages of an error and its causes, outermost first. */
export function reasonOf(error: unknown): string {
  return chainOf(error)
    .map(({ message, code, name }) => message || code || name)
    .join(': ');
}

// On some platforms, they are not own properties of the error.
const inherited = ['name', 'message', 'stack'];

/**
 * Copies an error and its causes without secrets: the same classes, with strings and numbers. Objects are left out, since an agent
 * or a custom `fetch` may attach the whole request, including the key.
 *
 * @returns `undefined` for anything but an error.
 */
export function redactError(error: unknown, redact: Redact): Error | undefined {
  return chainOf(error).reduceRight<Error | undefined>((cause, link) => {
    const copy: Error = Object.create(Object.getPrototypeOf(link));
    for (const name of [...inherited, ...Object.getOwnPropertyNames(link)]) {
      try {
        const value: unknown = link[name as keyof ErrorLike];
        const kept = typeof value === 'string' ? redact(value) : value;
        if (kept !== Object(kept)) Object.defineProperty(copy, name, { value: kept });
      } catch {
        // A getter that throws has nothing to copy.
      }
    }
    return cause ? Object.defineProperty(copy, 'cause', { value: cause }) : copy;
  }, undefined);
}

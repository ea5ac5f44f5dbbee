import type { Redact } from './redact.ts';

/** An error and its causes, outermost first. Errors are recognised by their message, since those of another realm are not an `Error` here. */
function chainOf(error: unknown): Error[] {
  const chain: Error[] = [];
  let link = error as Error | undefined;
  while (typeof link?.message === 'string' && !chain.includes(link)) {
    chain.push(link);
    link = link.cause as Error | undefined;
  }
  return chain;
}

/** The first `code` among an error and its causes, such as `ECONNREFUSED`. */
export function codeOf(error: unknown): string | undefined {
  const codes = chainOf(error).map((link) => Reflect.get(link, 'code'));
  return codes.find((code) => typeof code === 'string');
}

// The messages of network errors of Node.js, Deno, Bun, Workers and browsers.
const networkMessage =
  /^( A network error|network (error|request|connection)|networkerror when|the internet connection|(fetch|load) failed|failed to fetch|terminated$|error sending)/i;

/** Whether an error comes from the network and not from a bug: it has a code, or is one of the platforms' own. */
export function isNetworkError(error: unknown): boolean {
  const { name, message } = Object(error);
  return codeOf(error) !== undefined || (name === 'TypeError' && networkMessage.test(message));
}

/** The messages of an error and its causes, outermost first. */
export function reasonOf(error: unknown): string {
  const chain = chainOf(error);
  if (chain.length === 0) return String(error);
  const messages = chain.map((link) => link.message || codeOf(link) || link.name);
  return [...new Set(messages)].join(': ');
}

// On some platforms, they are not own properties of the error.
const inherited = ['name', 'message', 'stack', 'code'];

/**
 * Copies an error and its causes without secrets: the same classes, with strings and numbers. Objects are left out, since an agent
 * or a custom `fetch` may attach the whole request, including the key.
 */
export function redactError(error: unknown, redact: Redact): unknown {
  if (typeof error === 'string') return redact(error);
  return chainOf(error).reduceRight<Error | undefined>((cause, link) => {
    const copy: Error = Object.create(Object.getPrototypeOf(link));
    const keep = (name: string, value: unknown) => Object.defineProperty(copy, name, { value });
    for (const name of [...inherited, ...Object.getOwnPropertyNames(link)]) {
      const value: unknown = Reflect.get(link, name);
      if (typeof value === 'string') keep(name, redact(value));
      if (typeof value === 'number') keep(name, value);
    }
    if (cause) keep('cause', cause);
    return copy;
  }, undefined);
}

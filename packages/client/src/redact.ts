/** Replaces secrets in a text. */
export type Redact = (text: string) => string;

/**
 * Makes a function that replaces each of the secrets by `[redacted]`, as a whole token only: a short key does not eat parts of
 * words.
 */
export function redactor(secrets: readonly string[]): Redact {
  const forms = secrets.flatMap((secret) => [secret, encodeURIComponent(secret), btoa(secret)]);
  if (forms.length === 0) return (text) => text;
  const alternatives = forms
    // The longest first, so that no rest of it remains.
    .toSorted((one, other) => other.length - one.length)
    .map((form) => form.replace(/[^\w-]/g, '\\$&'))
    .join('|');
  const pattern = new RegExp(`(?<![\\w-])(?:${alternatives})(?![\\w-])`, 'g');
  return (text) => text.replace(pattern, '[redacted]');
}

/** What is kept of an error: an agent or a custom `fetch` may hang the whole request on it, key included. */
const keptProperties = [
  'name',
  'message',
  'stack',
  'code',
  'errno',
  'syscall',
  'hostname',
  'address',
  'port',
];

/** Copies an error and its causes without secrets: the same class, but only what says what went wrong. */
export function redactError(error: unknown, redact: Redact): unknown {
  if (typeof error === 'string') return redact(error);
  if (!(error instanceof Error)) return undefined;
  const copy: Error = Object.create(Object.getPrototypeOf(error));
  for (const name of keptProperties) {
    const value: unknown = Reflect.get(error, name);
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    Object.defineProperty(copy, name, {
      value: typeof value === 'string' ? redact(value) : value,
      configurable: true,
      writable: true,
    });
  }
  if (error.cause !== undefined && error.cause !== error) {
    Object.defineProperty(copy, 'cause', { value: redactError(error.cause, redact), configurable: true });
  }
  return copy;
}

/** Redacts secrets in a text. */
export type Redact = (text: string) => string;

/**
 * Makes a function that replaces each secret with `[redacted]`, as a whole token only, so that a short key does not match parts
 * of words.
 */
export function redactor(secrets: readonly string[]): Redact {
  let pattern: RegExp | undefined;
  return (text) => {
    if (text === '' || secrets.length === 0) return text;
    // Most calls have nothing to redact.
    pattern ??= patternOf(secrets);
    return text.replace(pattern, '[redacted]');
  };
}

function patternOf(secrets: readonly string[]): RegExp {
  const alternatives = secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret), btoa(secret)])
    // The longest first, so that no part of it remains.
    .toSorted((one, other) => other.length - one.length)
    .map((form) => form.replace(/[^\w-]/g, '\\$&'));
  return new RegExp(`(?<![\\w-])(?:${alternatives.join('|')})(?![\\w-])`, 'g');
}

/** Redacts secrets in a text. */
export type Redact = (text: string) => string;

/**
 * Makes a function that replaces each secret with `[redacted]`. One of at most 15 characters is only replaced as a whole token,
 * so that it does not match parts of words.
 */
export function redactor(secrets: readonly string[]): Redact {
  let pattern: RegExp | undefined;
  return (text) => {
    // Most calls have nothing to redact.
    pattern ??= patternOf(secrets);
    return secrets.length > 0 ? text.replace(pattern, '[redacted]') : text;
  };
}

function patternOf(secrets: readonly string[]): RegExp {
  const alternatives = secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret), btoa(secret)])
    // Longer forms first, so that a prefix never leaves the rest of a secret unredacted.
    .sort()
    .reverse()
    .map((form) => {
      const source = form.replace(/\W/g, '\\$&');
      return form.length > 15 ? source : `(?<!\\w|-)${source}(?!\\w|-)`;
    });
  return new RegExp(alternatives.join('|'), 'g');
}

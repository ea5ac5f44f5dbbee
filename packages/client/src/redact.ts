/** Redacts secrets in a text. */
export type Redact = (text: string) => string;

/**
 * Makes a function that replaces each secret with `[redacted]`, as a whole token only, so that a short key does not match parts
 * of words.
 */
export function redactor(secrets: readonly string[]): Redact {
  const forms = secrets.flatMap((secret) => [secret, encodeURIComponent(secret), btoa(secret)]);
  if (forms.length === 0) return (text) => text;
  const alternatives = forms
    // The longest first, so that no part of it remains.
    .toSorted((one, other) => other.length - one.length)
    .map((form) => form.replace(/[^\w-]/g, '\\$&'))
    .join('|');
  const pattern = new RegExp(`(?<![\\w-])(?:${alternatives})(?![\\w-])`, 'g');
  return (text) => text.replace(pattern, '[redacted]');
}

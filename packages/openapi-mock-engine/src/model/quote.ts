/** The maximum length of a value in a message. */
const shown = 80;

/** A received value, for a message: control characters are escaped, and it fits on a line. */
export function quote(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(shorten(value));
  if (value === undefined) return 'nothing';
  return shorten(JSON.stringify(value) ?? String(value));
}

/** The text of a parameter: integers are shown as they are, anything else is quoted. */
export function quoteText(text: string): string {
  return /^-?\d{1,15}$/.test(text) ? text : quote(text);
}

/** An arbitrary name, safe to print: unchanged if it looks like a name, else quoted. */
export function quoteName(name: string): string {
  return /^[\p{L}\p{N}_.$@-]{1,60}$/u.test(name) ? name : quote(name);
}

/** A list in a sentence: `a`, `a or b`, `a, b or c`; long lists are truncated. */
export function list(items: readonly string[], word: string, most = 12): string {
  if (items.length > most) return `${items.slice(0, most).join(', ')} ${word} ${items.length - most} more`;
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}

function shorten(text: string): string {
  if (text.length <= shown) return text;
  // Surrogate pairs are not split.
  return `${text.slice(0, shown).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

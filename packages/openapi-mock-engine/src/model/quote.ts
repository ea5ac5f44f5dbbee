/** Characters of a value that a message repeats. */
const shown = 80;

/** A value as it was received, for a message: control characters escaped, and not longer than a line. */
export function quote(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(shorten(value));
  if (value === undefined) return 'nothing';
  return shorten(JSON.stringify(value) ?? String(value));
}

/** A parameter's text: whole numbers are shown as they are, all else is in quotation marks. */
export function quoteText(text: string): string {
  return /^-?\d{1,15}$/.test(text) ? text : quote(text);
}

/** A name that may be anything, safe to print: as it is if it looks like a name, else in quotation marks. */
export function quoteName(name: string): string {
  return /^[\p{L}\p{N}_.$@-]{1,60}$/u.test(name) ? name : quote(name);
}

/** Items of a list for a sentence: `a`, `a or b`, `a, b or c`; long lists are cut. */
export function list(items: readonly string[], word: string, most = 12): string {
  if (items.length > most) return `${items.slice(0, most).join(', ')} ${word} ${items.length - most} more`;
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}

function shorten(text: string): string {
  if (text.length <= shown) return text;
  // A pair of surrogates is not cut in half.
  return `${text.slice(0, shown).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** One `name=value` of a query string: the value raw and decoded. */
export interface QueryEntry {
  name: string;
  raw: string;
  value: string;
}

/** Parses a query string without its question mark, in order. `+` is a space. */
export function parseQuery(text: string): QueryEntry[] {
  const entries: QueryEntry[] = [];
  if (text === '') return entries;
  for (const part of text.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const raw = equals === -1 ? '' : part.slice(equals + 1);
    entries.push({
      name: decodeQuery(equals === -1 ? part : part.slice(0, equals)),
      raw,
      value: decodeQuery(raw),
    });
  }
  return entries;
}

/** Percent-decodes a part of a query string leniently: invalid UTF-8 becomes U+FFFD, a stray `%` stays. */
export function decodeQuery(text: string): string {
  return /[%+]/.test(text) ? decodePercent(text.replaceAll('+', ' ')) : text;
}

/** Percent-decodes a text, leniently. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // Invalid UTF-8, or a stray percent sign: decoded like in URL libraries, except that `+` stays.
    return (
      new URLSearchParams(`v=${text.replaceAll('+', '%2B').replaceAll('&', '%26').replaceAll(' ', '+')}`).get(
        'v',
      ) ?? text
    );
  }
}

/** The query of a request: each name with all values that were sent for it, percent-decoded, `+` as a space. */
export type Query = ReadonlyMap<string, readonly string[]>;

/** Reads a query string without its question mark. */
export function parseQuery(text: string): Query {
  const query = new Map<string, string[]>();
  if (text === '') return query;
  for (const part of text.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = decode(equals === -1 ? part : part.slice(0, equals));
    const value = equals === -1 ? '' : decode(part.slice(equals + 1));
    const values = query.get(name);
    if (values === undefined) query.set(name, [value]);
    else values.push(value);
  }
  return query;
}

function decode(text: string): string {
  if (!/[%+]/.test(text)) return text;
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    // Not UTF-8, or a stray percent sign: read it as every URL library does, leniently.
    return new URLSearchParams(`v=${text}`).get('v') ?? spaced;
  }
}

import {
  type ParameterShape,
  parameterKey,
  type RequestShape,
  type RequestValues,
  writtenUrl,
} from './request.ts';

/** The texts of a server that a sample may contain in addition to its URL, such as `x-region`. */
export type ServerTexts = Readonly<Record<string, string>>;

/** The values of a sample, with the texts of its server. */
export interface Followed extends RequestValues {
  serverTexts: ServerTexts;
}

/**
 * Rewrites a hand-written sample for other values: the server, the path, the query of a URL, and blocks of lines such as
 * `limit: 10,` or `"limit": 10,`. Anything else is left unchanged.
 *
 * @param before the values that the sample was written for.
 */
export function followValues(source: string, shape: RequestShape, before: Followed, after: Followed): string {
  let text = replaceQueries(source, shape, after);
  text = replaceEntries(text, shape, after);
  text = replacePath(text, shape, before, after);
  if (before.body && after.body !== undefined) text = text.replaceAll(before.body, after.body);
  return replaceServer(text, before, after);
}

/** Queries of addresses that have a parameter of the operation. */
function replaceQueries(source: string, shape: RequestShape, after: Followed): string {
  const names = new Set(shape.parameters.filter((one) => one.in === 'query').map(({ name }) => name));
  return source.replace(/(?<=[\w/}])\?([^\s'"`#]+)/g, (found, query: string) =>
    query.split('&').some((pair) => names.has(pair.split('=')[0] ?? ''))
      ? writtenUrl(shape, after).query
      : found,
  );
}

const entry = /^([ \t]*)(["'`]?)([\w.-]+)\2(\s*[:=]\s*)(["'`]?)(.*?)\5(,?)$/;

/** How a line of a block is written. */
interface Style {
  indent: string;
  keyQuote: string;
  between: string;
  valueQuote: string;
  comma: string;
}

/** Blocks of lines of which each sets one parameter. */
function replaceEntries(source: string, shape: RequestShape, after: Followed): string {
  const byName = new Map(shape.parameters.map((one) => [one.name, one]));
  const lines = source.split('\n');
  const result: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const styles = new Map<string, Style>();
    for (let next = at; next < lines.length; next++) {
      const [, indent = '', keyQuote = '', name = '', between = '', valueQuote = '', , comma = ''] =
        entry.exec(lines[next] ?? '') ?? [];
      if (!byName.has(name)) break;
      styles.set(name, { indent, keyQuote, between, valueQuote, comma });
    }
    if (styles.size === 0) result.push(lines[at++] ?? '');
    else {
      result.push(...writtenEntries(shape.parameters, styles, after));
      at += styles.size;
    }
  }
  return result.join('\n');
}

function writtenEntries(
  parameters: readonly ParameterShape[],
  styles: ReadonlyMap<string, Style>,
  after: Followed,
): string[] {
  const [first] = styles.values();
  if (!first) return [];
  const places = new Set(parameters.filter(({ name }) => styles.has(name)).map((one) => one.in));
  const quote = [...styles.values()].find(({ valueQuote }) => valueQuote)?.valueQuote ?? "'";
  return parameters
    .filter((one) => places.has(one.in))
    .flatMap((parameter) => {
      const value = after.parameters[parameterKey(parameter)];
      if (value === undefined || value === '') return [];
      const isNumber =
        /^(?:integer|number)$/.test(parameter.type) && value.trim() !== '' && Number.isFinite(Number(value));
      const valueQuote =
        styles.get(parameter.name)?.valueQuote ?? (isNumber ? numberQuote(parameters, styles) : quote);
      const written = valueQuote === '' && !isNumber ? quote : valueQuote;
      const keyQuote = first.keyQuote || (/^[A-Za-z_]\w*$/.test(parameter.name) ? '' : quote);
      return `${first.indent}${keyQuote}${parameter.name}${keyQuote}${first.between}${written}${escaped(value, written)}${written}${first.comma}`;
    });
}

const numberQuote = (parameters: readonly ParameterShape[], styles: ReadonlyMap<string, Style>): string =>
  parameters.flatMap(({ name, type }) =>
    type === 'integer' ? (styles.get(name)?.valueQuote ?? []) : [],
  )[0] ?? '';

const escaped = (value: string, quote: string): string =>
  quote === '' ? value : value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);

function replacePath(source: string, shape: RequestShape, before: Followed, after: Followed): string {
  const old = writtenUrl(shape, before).path;
  const wanted = writtenUrl(shape, after).path;
  if (old === wanted) return source;
  return source.replaceAll(old, () => wanted).replaceAll(shape.path, () => wanted);
}

function replaceServer(source: string, before: Followed, after: Followed): string {
  let text = source.replaceAll(before.server, () => after.server);
  for (const [key, old] of Object.entries(before.serverTexts)) {
    const wanted = after.serverTexts[key];
    if (wanted === undefined || old === '') continue;
    for (const quote of [`'`, `"`, '`'])
      text = text.replaceAll(quote + old + quote, () => quote + wanted + quote);
  }
  return text;
}

import { isObject, type Json, type JsonObject, type Path, valueAt } from '../json.ts';

/** The keys that identify items of a list, by the name of the list; tried in order. */
const IDENTITIES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  tags: [['name']],
  servers: [['url']],
  parameters: [['name', 'in'], ['$ref']],
  'x-codeSamples': [['lang']],
  'x-code-samples': [['lang']],
};
const ANY_LIST: readonly (readonly string[])[] = [['$ref']];

/**
 * An RFC 9535 query that selects exactly the object at `path`, and that older dialects understand too. Items of a list are selected by a unique key
 * (`$.tags[?(@.name=='pets')]`), so that the target survives reordering, or by index if there is none.
 */
export function targetOf(document: JsonObject, path: Path): string {
  let query = '$';
  let value: Json | undefined = document;
  let list = '';
  for (const step of path) {
    if (Array.isArray(value)) query += item(value, Number(step), list);
    else query += member(String(step));
    value = valueAt(value, [step]);
    list = String(step);
  }
  return query;
}

/** A member in a query: `.get`, `['/pets']`. */
export function member(name: string): string {
  // For older dialects of JSONPath `.length` is the length of a list.
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && name !== 'length' ? `.${name}` : `[${quote(name)}]`;
}

function item(items: readonly Json[], index: number, list: string): string {
  const own = items[index];
  for (const keys of IDENTITIES[list] ?? ANY_LIST) {
    const filter = identity(own, keys);
    if (filter && items.filter((other) => identity(other, keys) === filter).length === 1)
      return `[?(${filter})]`;
  }
  return `[${index}]`;
}

function identity(value: Json | undefined, keys: readonly string[]): string | undefined {
  if (!isObject(value)) return undefined;
  const parts = keys.map((key) => {
    const found = value[key];
    return typeof found === 'string' ? `@${member(key)}==${quote(found)}` : undefined;
  });
  return parts.every((part) => part !== undefined) ? parts.join(' && ') : undefined;
}

/** A string literal of RFC 9535 in single quotes. */
export function quote(text: string): string {
  // JSON's escapes are those of RFC 9535; only the kind of quote differs.
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

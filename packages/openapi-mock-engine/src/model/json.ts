/** A parsed JSON object, whose values must be checked before use. */
export interface JsonObject {
  readonly [key: string]: unknown;
}

/** The position of a value in a document or a body: keys and indices from the root. */
export type Path = readonly (string | number)[];

/** Whether `value` is a JSON object (not an array, not null). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The string at `key`, or `undefined`. */
export function textAt(node: JsonObject, key: string): string | undefined {
  const value = node[key];
  return typeof value === 'string' ? value : undefined;
}

/** The objects in the array at `key`; none if it is not an array. */
export function objectsAt(node: JsonObject, key: string): readonly JsonObject[] {
  const value = node[key];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The members of the object at `key`; none if it is not an object. */
export function membersAt(node: JsonObject, key: string): readonly (readonly [string, unknown])[] {
  const value = node[key];
  return isObject(value) ? Object.entries(value) : [];
}

/** The path as a JSON Pointer (RFC 6901), such as `/paths/~1pets/get`. */
export function toPointer(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The steps of a JSON Pointer in a URI fragment. */
export function fromPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => decodeFragment(step).replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The name at the end of a reference: `Pet` for `#/components/schemas/Pet`, and for `Pet` itself, as in mappings. */
export function refName(ref: string): string {
  return fromPointer(`/${ref.slice(ref.lastIndexOf('/') + 1)}`)[0] ?? '';
}

/** The value at a path, or `undefined`. Inherited members do not count. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isObject(value) && Object.hasOwn(value, String(step))) value = value[String(step)];
    else return undefined;
  }
  return value;
}

/** Whether two JSON values are equal in JSON Schema: the order of members does not matter. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => equal(item, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]))
  );
}

function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

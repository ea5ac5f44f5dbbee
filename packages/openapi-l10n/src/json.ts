/** A JSON value, as in YAML 1.2 and JSON documents. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** A JSON object. */
export type JsonObject = { [key: string]: Json };

/** The position of a value in a document: keys and indices from the root. */
export type Path = readonly (string | number)[];

/** Whether `value` is a JSON object (not an array, not null). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at `path`, or undefined. Inherited members do not count. */
export function valueAt(root: Json | undefined, path: Path): Json | undefined {
  let value: Json | undefined = root;
  for (const step of path) {
    if (Array.isArray(value)) value = typeof step === 'number' ? value[step] : undefined;
    else if (isObject(value)) value = Object.hasOwn(value, String(step)) ? value[String(step)] : undefined;
    else return undefined;
  }
  return value;
}

/** Sets one member. `__proto__` becomes a plain member, as in JSON.parse. */
export function setMember(target: JsonObject, key: string, value: Json): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    target[key] = value;
  }
}

/** The path as a JSON pointer (RFC 6901): `/paths/~1pets/get/summary`. */
export function toPointer(path: Path): string {
  let pointer = '';
  for (const step of path) pointer += typeof step === 'number' ? `/${step}` : `/${escaped(step)}`;
  return pointer;
}

// Hardly a key has one of the two, and large contracts have a million keys.
const escaped = (key: string) => (/[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key);

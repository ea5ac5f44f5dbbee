/** The styles of OpenAPI 3.1 (4.8.12). Each is a separate function, so that bundles only contain what they use. */
import { writeInstant } from './instant.ts';
import type { WriteParameter } from './operation.ts';
import { describe } from './refuse.ts';

type Encode = (text: string) => string;

/** A value without parts. */
export const primitive: WriteParameter = (name, value, encode) => {
  const isWritable = Number.isFinite(value) || /string|boolean|bigint/.test(typeof value);
  const text = isWritable ? String(value) : writeInstant(value);
  if (text !== undefined) return pair(name, encode(text));
  throw new TypeError(`expected a string, a number, a boolean or an instant, got ${describe(value)}`);
};

/** A value of a parameter with `content`. */
export const json: WriteParameter = (name, value, encode) => pair(name, encode(JSON.stringify(value)));

/** `form` with `explode`: `tags=a&tags=b`. */
export const form: WriteParameter = (name, value, encode) =>
  partsOf(value, encode)
    .map(([key, text]) => pair(key ?? name, text))
    .join('&');

/** `form` without `explode`: `tags=a,b`. */
export const formJoined: WriteParameter = (name, value, encode) => joined(name, value, encode, ',');

/** `spaceDelimited`: `tags=a%20b`. */
export const spaceDelimited: WriteParameter = (name, value, encode) => joined(name, value, encode, '%20');

/** `pipeDelimited`: `tags=a%7Cb`. */
export const pipeDelimited: WriteParameter = (name, value, encode) => joined(name, value, encode, '%7C');

/** `deepObject`: `filter[color]=red`, also of objects in objects. */
export const deepObject: WriteParameter = (name, value, encode) => {
  if (!isComposite(value)) return primitive(name, value === null ? 'null' : value, encode);
  const parts = Array.isArray(value)
    ? value.map((item) => [name, item] as const)
    : entriesOf(value).map(([key, item]) => [`${name}[${key}]`, item] as const);
  return parts.map(([key, item]) => deepObject(key, item, encode)).join('&');
};

/** `simple`: `a,b`, and `color,red` of an object. */
export const simple: WriteParameter = (_name, value, encode) =>
  partsOf(value, encode)
    .flatMap(([key, text]) => (key === undefined ? [text] : [encode(key), text]))
    .join(',');

/** `simple` with `explode`: `color=red` of an object. */
export const simpleExploded: WriteParameter = (_name, value, encode) => exploded(value, encode, ',');

/** `label`: `.a,b`. */
export const label: WriteParameter = (name, value, encode) => `.${simple(name, value, encode)}`;

/** `label` with `explode`: `.a.b`. */
export const labelExploded: WriteParameter = (_name, value, encode) => `.${exploded(value, encode, '.')}`;

/** `matrix`: `;tags=a,b`. */
export const matrix: WriteParameter = (name, value, encode) => `;${name}=${simple(name, value, encode)}`;

/** `matrix` with `explode`: `;tags=a;tags=b`. */
export const matrixExploded: WriteParameter = (name, value, encode) =>
  partsOf(value, encode)
    .map(([key, text]) => `;${key === undefined ? name : encode(key)}=${text}`)
    .join('');

/** JSON in a path or a header. */
export const simpleJson: WriteParameter = (_name, value, encode) => encode(JSON.stringify(value));

/** For `allowReserved`: keeps reserved characters, except those that would end the value. */
export const encodeReserved: Encode = (text) => encodeURI(text).replace(/[#&+]/g, encodeURIComponent);

const pair = (name: string, text: string) => `${encodeURIComponent(name)}=${text}`;

const joined = (name: string, value: unknown, encode: Encode, delimiter: string) =>
  pair(
    name,
    partsOf(value, encode)
      .flatMap(([key, text]) => (key === undefined ? [text] : [encodeURIComponent(key), text]))
      .join(delimiter),
  );

const exploded = (value: unknown, encode: Encode, separator: string) =>
  partsOf(value, encode)
    .map(([key, text]) => (key === undefined ? text : `${encode(key)}=${text}`))
    .join(separator);

/** Items without a key, properties with their key, or a single value. */
function partsOf(value: unknown, encode: Encode): [key: string | undefined, text: string][] {
  const write = (part: unknown) => encode(textOf(part));
  if (!isComposite(value)) return [[undefined, write(value)]];
  if (Array.isArray(value)) return value.map((item) => [undefined, write(item)]);
  return entriesOf(value).map(([key, item]) => [key, write(item)]);
}

/** The properties of an object that are set. */
export function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

/** A primitive as text, anything else as JSON, so that nothing is sent as `[object Object]`. */
export function textOf(value: unknown): string {
  return writeInstant(value) ?? (isComposite(value) ? JSON.stringify(value) : String(value));
}

/** Whether a value is an array or an object, but not an instant. */
export function isComposite(value: unknown): value is object {
  return typeof value === 'object' && value !== null && writeInstant(value) === undefined;
}

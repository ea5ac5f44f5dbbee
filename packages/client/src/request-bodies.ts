/** The encoders of request bodies. Each is a separate function, so that bundles only contain what they use. */
import type { WriteBody, WriteParameter } from './operation.ts';
import { refuseValue } from './refuse.ts';
import { entriesOf, form, isComposite, json, textOf } from './styles.ts';

/** `application/json`, and whatever ends in `+json`. */
export const jsonBody: WriteBody = (value, contentType) => ({ body: JSON.stringify(value), contentType });

/** `application/x-www-form-urlencoded`: arrays item by item, objects as JSON. */
export const formBody: WriteBody = (value, contentType) => formBodyOf({})(value, contentType);

/** `application/x-www-form-urlencoded`, with custom styles for some properties. */
export function formBodyOf(styles: Readonly<Record<string, WriteParameter>>): WriteBody {
  return (value, contentType) => {
    if (!isComposite(value)) return { body: textOf(value), contentType };
    const pairs = entriesOf(value).map(([name, item]) => {
      const write = styles[name] ?? (isComposite(item) && !Array.isArray(item) ? json : form);
      return write(name, item, encodeURIComponent);
    });
    return { body: pairs.filter(Boolean).join('&'), contentType };
  };
}

/** `multipart/form-data`: a `Blob` or a `File` as it is, arrays part by part, objects as a part of JSON. */
export const multipartBody: WriteBody = (value) => {
  if (value instanceof FormData) return { body: value };
  const body = new FormData();
  for (const [name, items] of entriesOf(value as object)) {
    for (const item of [items].flat()) {
      if (item instanceof Blob) body.append(name, item);
      else if (isComposite(item))
        body.append(name, new Blob([JSON.stringify(item)], { type: 'application/json' }));
      else body.append(name, textOf(item));
    }
  }
  return { body };
};

/** Any other media type: text and bytes unchanged. */
export const rawBody: WriteBody = (body, contentType) => {
  if (body instanceof ReadableStream) {
    refuseValue('body', body, 'text, bytes or a Blob, which can be sent again');
  }
  return { body, contentType };
};

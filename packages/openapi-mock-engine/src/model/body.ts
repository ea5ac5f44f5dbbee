import type { Contract } from './contract.ts';
import { essence, findMediaType, isJson, parseMediaType } from './media-type.ts';
import { parseMultipart } from './multipart.ts';
import type { MediaType } from './operation.ts';
import { readForm } from './style/form.ts';
import { parseQuery } from './style/query.ts';
import { readObject } from './style/read-texts.ts';
import { isXml } from './xml/names.ts';
import { readXml } from './xml/read.ts';

/** A decoded body, or why it cannot be decoded, in words that continue the name of the body. */
export type DecodedBody = { value: unknown } | { problem: string };

/** How deep a JSON body may be nested: deeper ones would only exhaust the stack. */
const deepest = 500;

/**
 * Reads a body: JSON, forms and XML (with the types that the contract gives to their fields), text; anything else stays
 * bytes.
 *
 * @param contentType the header of the message
 * @param content what the contract says about bodies here, such as `operation.requestBody.content`
 */
export function decodeBody(
  bytes: Uint8Array | string,
  contentType: string | undefined,
  content: readonly MediaType[],
  { schemas }: Contract,
): DecodedBody {
  const type = contentType ?? content[0]?.mediaType ?? '';
  const schema = findMediaType(content, type)?.schema ?? true;
  const name = essence(type);
  if (isJson(type)) return decodeJson(textOf(bytes));
  if (name === 'application/x-www-form-urlencoded') {
    const encoding = findMediaType(content, type)?.encoding ?? {};
    return { value: readForm(parseQuery(textOf(bytes)), schema, encoding, schemas) };
  }
  if (name.startsWith('multipart/')) {
    const parts = parseMultipart(bytes, parseMediaType(type)?.parameters.get('boundary'));
    if (parts === undefined)
      return { problem: 'it is not a multipart body with the boundary of its Content-Type' };
    const properties = schemas.properties(schema);
    const json: { [name: string]: unknown } = {};
    const texts: (readonly [string, string])[] = [];
    for (const part of parts) {
      const parsed = isJson(part.contentType ?? '') ? decodeJson(part.text) : undefined;
      const own = schemas.resolve(properties.get(part.name) ?? true);
      if (parsed !== undefined && 'value' in parsed && own.type !== 'string') json[part.name] = parsed.value;
      else texts.push([part.name, part.text]);
    }
    const read = readObject(texts, schema, schemas);
    return 'value' in read && typeof read.value === 'object'
      ? { value: { ...read.value, ...json } }
      : asBody(read);
  }
  if (isXml(type) && schemas.types(schema)?.has('string') !== true && schema !== true)
    return readXml(textOf(bytes), schema, schemas) ?? { problem: 'it is not well-formed XML' };
  if (name.startsWith('text/') || name === '' || isXml(type) || name.endsWith('yaml'))
    return { value: textOf(bytes) };
  // A vendor type may be JSON without the suffix, if it has a schema.
  const types = schemas.types(schema);
  if (types !== undefined && !types.has('string') && (types.has('object') || types.has('array'))) {
    const parsed = decodeJson(textOf(bytes));
    if ('value' in parsed) return parsed;
  }
  return { value: typeof bytes === 'string' ? bytes : latin1(bytes) };
}

function asBody(read: ReturnType<typeof readObject>): DecodedBody {
  return 'value' in read ? { value: read.value } : { value: {} };
}

function decodeJson(text: string): DecodedBody {
  if (isTooDeep(text)) return { problem: `it is nested deeper than ${deepest} levels` };
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    const where = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    return {
      problem: `it is not JSON${where === undefined ? '' : `, from character ${Number(where) + 1} on`}`,
    };
  }
}

function isTooDeep(text: string): boolean {
  if (text.length < deepest) return false;
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 0x5c) index += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return false;
}

function textOf(bytes: Uint8Array | string): string {
  return typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes);
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

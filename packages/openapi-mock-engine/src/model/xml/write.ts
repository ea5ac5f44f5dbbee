import { isObject } from '../json.ts';
import type { Schema } from '../operation.ts';
import type { Schemas } from '../schema/schemas.ts';
import { isName, rootName, xmlShape } from './names.ts';

/** Writes a value as an XML document, by the `xml` objects of its schema. */
export function writeXml(value: unknown, schema: Schema, schemas: Schemas): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(value, schema, rootName(schema), schemas)}`;
}

function element(value: unknown, schema: Schema, fallback: string, schemas: Schemas): string {
  const { name, namespace } = xmlShape(schema, fallback, schemas);
  const attributes = namespace === undefined ? [] : [attribute(...namespace)];
  if (Array.isArray(value)) {
    const items = schemas.items(schema);
    return tag(
      name,
      attributes,
      value.map((item) => element(item, items, itemName(items, fallback), schemas)).join(''),
    );
  }
  if (!isObject(value)) return tag(name, attributes, escapeText(scalar(value)));
  const properties = schemas.properties(schema);
  const content: string[] = [];
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined || member === null) continue;
    const own = properties.get(key) ?? true;
    const shape = xmlShape(own, key, schemas);
    if (shape.isAttribute) attributes.push(attribute(shape.name, scalar(member)));
    else if (Array.isArray(member) && !shape.isWrapped) {
      const items = schemas.items(own);
      content.push(...member.map((item) => element(item, items, shape.name, schemas)));
    } else if (Array.isArray(member)) {
      const items = schemas.items(own);
      const inner = member.map((item) => element(item, items, key, schemas)).join('');
      content.push(
        tag(shape.name, shape.namespace === undefined ? [] : [attribute(...shape.namespace)], inner),
      );
    } else content.push(element(member, own, key, schemas));
  }
  return tag(name, attributes, content.join(''));
}

/** The elements of a list at the root: named by their schema, since the list has its own name. */
function itemName(items: Schema, list: string): string {
  const name = rootName(items);
  return name === 'root' || name === list ? 'item' : name;
}

function tag(name: string, attributes: readonly string[], content: string): string {
  const safe = isName(name) ? name : 'item';
  return `<${safe}${attributes.map((one) => ` ${one}`).join('')}>${content}</${safe}>`;
}

function attribute(name: string, value: string): string {
  return `${isName(name) ? name : 'item'}="${escapeText(value).replaceAll('"', '&quot;')}"`;
}

function scalar(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function escapeText(text: string): string {
  // XML 1.0 cannot have control characters, not even escaped.
  return text
    .replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

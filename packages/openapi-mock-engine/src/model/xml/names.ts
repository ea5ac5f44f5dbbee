import { isObject, type JsonObject, refName, textAt } from '../json.ts';
import type { Schema } from '../operation.ts';
import type { Schemas } from '../schema/schemas.ts';

/** How XML writes a value: the `xml` object of its schema. */
export interface XmlShape {
  /** The element or the attribute, with its prefix. */
  name: string;
  isAttribute: boolean;
  /** Of an array: whether its elements are wrapped in one. */
  isWrapped: boolean;
  /** Of an element that declares one: the attribute and its value. */
  namespace: readonly [name: string, uri: string] | undefined;
}

/** @param fallback the name of the property, or that of the schema for a root */
export function xmlShape(schema: unknown, fallback: string, schemas: Schemas): XmlShape {
  const node = schemas.resolve(schema);
  const xml: JsonObject = isObject(node.xml) ? node.xml : {};
  const prefix = textAt(xml, 'prefix');
  const uri = textAt(xml, 'namespace');
  const name = textAt(xml, 'name') ?? fallback;
  // OpenAPI 3.2 has `nodeType` for both.
  return {
    name: prefix === undefined ? name : `${prefix}:${name}`,
    isAttribute: xml.attribute === true || xml.nodeType === 'attribute',
    isWrapped:
      xml.wrapped === true || (xml.nodeType === 'element' && schemas.types(node)?.has('array') === true),
    namespace: uri === undefined ? undefined : [prefix === undefined ? 'xmlns' : `xmlns:${prefix}`, uri],
  };
}

/** The name of the root element: of the schema's `xml`, of the schema itself, or `root`. */
export function rootName(schema: Schema): string {
  const ref = isObject(schema) ? textAt(schema, '$ref') : undefined;
  const name = ref === undefined ? undefined : refName(ref);
  return name !== undefined && isName(name) ? name : 'root';
}

/** Whether a text may name an element. */
export function isName(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_.:-]*$/u.test(text);
}

/** Whether a media type is XML: `application/xml`, `text/xml`, or with the suffix `+xml`. */
export function isXml(mediaType: string): boolean {
  return /^[^/]+\/(?:xml|[^;]*\+xml)\s*(?:;|$)/i.test(mediaType.trim());
}

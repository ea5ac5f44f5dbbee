import { parseXml, XmlElement } from '@rgrove/parse-xml';
import type { Schema } from '../operation.ts';
import type { Schemas } from '../schema/schemas.ts';
import { coerce } from '../style/coerce.ts';
import { xmlShape } from './names.ts';

/** Reads an XML document as the value that its schema describes; `undefined` if it is not well-formed. */
export function readXml(text: string, schema: Schema, schemas: Schemas): { value: unknown } | undefined {
  let root: XmlElement | null;
  try {
    ({ root } = parseXml(text));
  } catch {
    // Not well-formed, or nested so deeply that the stack overflows.
    return undefined;
  }
  return root === null ? undefined : { value: readElement(root, schema, schemas) };
}

function readElement(element: XmlElement, schema: Schema, schemas: Schemas): unknown {
  const types = schemas.types(schema);
  const children = elementsOf(element);
  if (types?.has('array') === true) {
    const items = schemas.items(schema);
    return children.map((child) => readElement(child, items, schemas));
  }
  if (types?.has('object') !== true && children.length === 0 && schemas.properties(schema).size === 0)
    return coerce(element.text, schema, schemas);
  return readMembers(element, children, schema, schemas);
}

function readMembers(
  element: XmlElement,
  children: readonly XmlElement[],
  schema: Schema,
  schemas: Schemas,
): { [name: string]: unknown } {
  const members = new Map<string, unknown>();
  const known = new Set<XmlElement>();
  for (const [key, property] of schemas.properties(schema)) {
    const { name, isAttribute, isWrapped } = xmlShape(property, key, schemas);
    if (isAttribute) {
      const text = element.attributes[name];
      if (text !== undefined) members.set(key, coerce(text, property, schemas));
      continue;
    }
    const isList = schemas.types(property)?.has('array') === true;
    const items = schemas.items(property);
    const tag = isList && !isWrapped ? xmlShape(items, name, schemas).name : name;
    const own = children.filter((child) => child.name === tag);
    for (const child of own) known.add(child);
    const [first] = own;
    if (first === undefined) continue;
    members.set(
      key,
      isList && !isWrapped
        ? own.map((child) => readElement(child, items, schemas))
        : readElement(first, property, schemas),
    );
  }
  // Unknown elements are left to validation.
  for (const child of children)
    if (!known.has(child) && !members.has(child.name))
      members.set(child.name, readElement(child, true, schemas));
  return Object.fromEntries(members);
}

function elementsOf({ children }: XmlElement): XmlElement[] {
  return children.filter((child): child is XmlElement => child instanceof XmlElement);
}

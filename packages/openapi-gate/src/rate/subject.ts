import { METHODS, member, tokensOf, valueAt } from './document.ts';

/** The subject of a change, in terms of the document. */
export interface Subject {
  /** The operation `GET /pets`, the path if it is about the whole path, or the webhook; missing for the rest of the document. */
  readonly operation?: string;
  /** From the outside in: `{ kind: 'parameter', name: 'limit' }`, `{ kind: 'property', name: 'owner.name' }`. */
  readonly parts: readonly SubjectPart[];
}

/** A step from the operation, or from the document, to the change. */
export interface SubjectPart {
  readonly kind:
    | 'parameter'
    | 'requestBody'
    | 'response'
    | 'header'
    | 'mediaType'
    | 'property'
    | 'component'
    | 'other';
  readonly name: string;
}

/** Describes the place of a change in terms of the document. */
export function subjectOf(document: unknown, pointer: string): Subject {
  const tokens = tokensOf(pointer);
  const [section, name, method] = tokens;
  if ((section === 'paths' || section === 'webhooks') && name !== undefined) {
    const hasMethod = method !== undefined && METHODS.has(method);
    const operation =
      section === 'webhooks' ? `webhook ${name}` : hasMethod ? `${method.toUpperCase()} ${name}` : name;
    return { operation, parts: partsOf(document, tokens, hasMethod ? 3 : 2) };
  }
  if (section === 'components' && name !== undefined && method !== undefined)
    return { parts: [{ kind: 'component', name: method }, ...partsOf(document, tokens, 3)] };
  return { parts: tokens.length === 0 ? [] : [{ kind: 'other', name: tokens.join('.') }] };
}

function partsOf(document: unknown, tokens: readonly string[], start: number): SubjectPart[] {
  const parts: SubjectPart[] = [];
  let property = '';
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    const next = tokens[at + 1];
    if (token === 'properties' && next !== undefined) {
      property += property === '' ? next : `.${next}`;
      at += 1;
    } else if (token === 'items') property += '[]';
    // A part of a schema and a reference have no name; an alternative has that of its discriminator.
    else if (token === 'allOf' && at + 2 < tokens.length) at += 1;
    else if (token === 'discriminator' && next === 'mapping' && at + 3 < tokens.length) {
      property += property === '' ? tokens[at + 2] : `.${tokens[at + 2]}`;
      at += 2;
    } else if (token === '$ref' && property !== '') continue;
    else if (token === 'parameters' && next !== undefined) {
      const name = member(valueAt(document, tokens.slice(0, at + 2)), 'name');
      parts.push({ kind: 'parameter', name: String(name ?? next) });
      at += 1;
    } else if (token === 'requestBody') parts.push({ kind: 'requestBody', name: '' });
    else if (token === 'responses' && next !== undefined) {
      parts.push({ kind: 'response', name: next });
      at += 1;
    } else if (token === 'headers' && next !== undefined) {
      parts.push({ kind: 'header', name: next });
      at += 1;
    } else if (token === 'content' && next !== undefined) {
      parts.push({ kind: 'mediaType', name: next });
      at += 1;
    } else if (token !== 'schema') property += property === '' ? token : `.${token}`;
  }
  if (property !== '') parts.push({ kind: 'property', name: property });
  return parts;
}

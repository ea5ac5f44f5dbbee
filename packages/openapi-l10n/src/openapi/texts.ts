import { InputError, type Place } from '../errors.ts';
import { isObject, type Json, type JsonObject, type Path, toPointer } from '../json.ts';
import { type Child, type ShapeName, shapes } from './shapes.ts';

/** One human-readable text of a contract. */
export interface Text {
  /** The object that contains the text. */
  parent: Path;
  /** The member, or the index in a list of texts. */
  key: string | number;
  value: string;
  /** Where the text is, as a JSON pointer. */
  pointer: string;
  /** Whether the text may contain Markdown: descriptions may, titles and labels may not. */
  markdown: boolean;
}

/** Options of the walk. */
export interface TextOptions {
  /**
   * More members that are texts wherever they occur, such as `x-tooltip`, or paths to them from an object of the
   * contract: `x-mint.metadata.title`. `*` matches any member, `**` any number of members; lists are transparent.
   */
  textFields?: readonly string[] | undefined;
}

const VERSION = /^3\.[012]\.\d+/;

/**
 * Every human-readable text of an OpenAPI 3.0, 3.1 or 3.2 document, in the order of the document.
 *
 * `$ref`s are not followed: each text is listed once, where it is defined.
 * Empty texts are left out.
 *
 * @throws {InputError} when the document is not OpenAPI 3.
 */
export function texts(document: JsonObject, options: TextOptions = {}): Text[] {
  assertOpenApi(document);
  const found: Text[] = [];
  const seen = new Set<string>();
  const fields = options.textFields ?? [];
  const extra = new Set(fields.filter((field) => !/[.*]/.test(field)));
  const ways = fields.filter((field) => /[.*]/.test(field)).map((field) => field.split('.'));

  const object = (value: Json | undefined, shapeName: ShapeName, path: Path) => {
    const shape = shapes[shapeName];
    if (shape.allTexts) {
      const entries = Array.isArray(value) ? value.entries() : isObject(value) ? Object.entries(value) : [];
      for (const [key, text] of entries) add(path, key, text);
      return;
    }
    if (!isObject(value)) return;
    for (const [key, member] of Object.entries(value)) {
      if (shape.texts?.includes(key) || extra.has(key)) add(path, key, member);
      else for (const way of ways) along(key, member, way, path);
      const child = shape.children?.[key] ?? (key.startsWith('x-') ? undefined : shape.children?.['*']);
      if (child && Object.hasOwn(shape.children ?? {}, shape.children?.[key] ? key : '*')) {
        children(member, child, [...path, key]);
      }
    }
  };
  const children = (value: Json, child: Child, path: Path) => {
    const name = child.replace(/^.*\|/, '').replace(/[[\]{}]/g, '') as ShapeName; // Child is made of ShapeName
    if (Array.isArray(value) && child.includes('[')) {
      for (const [index, item] of value.entries()) object(item, name, [...path, index]);
    } else if (isObject(value) && child.startsWith('{')) {
      for (const [key, item] of Object.entries(value)) object(item, name, [...path, key]);
    } else {
      object(value, name, path);
    }
  };
  const add = (parent: Path, key: string | number, value: Json) => {
    if (typeof value !== 'string' || value.trim() === '') return;
    const pointer = toPointer([...parent, key]);
    if (seen.has(pointer)) return;
    seen.add(pointer);
    found.push({ parent, key, value, pointer, markdown: key === 'description' || typeof key === 'number' });
  };

  /** Follows a path of the settings from a member. */
  const along = (key: string | number, value: Json, way: readonly string[], path: Path) => {
    const [step, ...rest] = way;
    if (step === undefined) return;
    const enter = (next: readonly string[]) => {
      if (typeof value === 'string') {
        if (next.length === 0) add(path, key, value);
        return;
      }
      const members = Array.isArray(value) ? value.entries() : isObject(value) ? Object.entries(value) : [];
      for (const [name, child] of members) {
        // List items are not steps of a path.
        if (Array.isArray(value) && typeof child !== 'string')
          along(name, child, ['*', ...next], [...path, key]);
        else if (Array.isArray(value) && next.length === 0) add([...path, key], name, child);
        else along(name, child, next, [...path, key]);
      }
    };
    if (step === '**') {
      enter(way);
      along(key, value, rest, path);
    } else if (step === '*' || step === key) enter(rest);
  };

  object(document, 'root', []);
  return found;
}

/** Throws unless the document is OpenAPI 3.0, 3.1 or 3.2. */
export function assertOpenApi(document: JsonObject, place?: () => Place): void {
  const version = document['openapi'];
  if (typeof version === 'string' && VERSION.test(version)) return;
  const { found, help } = otherDocument(document, version);
  throw new InputError(found, {
    place: place?.(),
    expected: '"openapi": "3.0.x", "3.1.x" or "3.2.x" at the root',
    help,
  });
}

/** What a document is if not OpenAPI 3, and what to do about it. */
function otherDocument(document: JsonObject, version: Json | undefined): { found: string; help: string } {
  if (document['swagger'] !== undefined)
    return {
      found: `This is Swagger ${String(document['swagger'])}, which is not supported`,
      help: 'Convert it to OpenAPI 3 first: npx swagger2openapi swagger.yaml --outfile openapi.yaml',
    };
  if (document['overlay'] !== undefined)
    return {
      found: 'This is an overlay, not a contract',
      help: 'Pass the contract first, then the overlays.',
    };
  if (typeof version === 'number')
    return {
      found: `The version of OpenAPI is the number ${version}, and must be a string of three numbers`,
      // YAML reads 3.0 as 3.
      help: `Write it in quotes, with the third number: openapi: "${version === 3 ? '3.0.3' : `${version}.0`}"`,
    };
  if (typeof version === 'string' && /^3\.[012]$/.test(version))
    return {
      found: `The version of OpenAPI is "${version}", and must have three numbers`,
      help: `Write openapi: "${version === '3.0' ? '3.0.3' : `${version}.0`}".`,
    };
  return {
    found:
      version === undefined
        ? 'This is not an OpenAPI document: it has no "openapi" field'
        : `Unknown version of OpenAPI: ${JSON.stringify(version)}`,
    help: 'Pass the contract first, then the overlays.',
  };
}

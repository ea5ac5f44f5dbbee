import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { GateError } from '../error.ts';
import { bundle } from './redocly.ts';

/** The members of a path item that are operations. */
export const METHODS: ReadonlySet<string> = new Set([
  ...['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'],
]);

/** Whether the text of a document refers to other files. */
export const refersToFiles = (text: string): boolean => /["']?\$ref["']?\s*:\s*["']?[^#"'\s]/.test(text);

/** A document as plain data, including the files that it refers to. */
export function loadDocument(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new GateError(`${file}: no such file.`);
  }
  // References to other files need Redocly; anything else is read much faster without it.
  if (refersToFiles(text)) return bundle(file);
  try {
    return parse(text);
  } catch (error) {
    throw new GateError(`${file}: not valid YAML or JSON. ${error instanceof Error ? error.message : error}`);
  }
}

/** The names of a JSON Pointer such as `#/paths/~1pets/get`. */
export const tokensOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((token) => decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~'));

/** The value at a place in a document; references on the way are resolved. */
export function valueAt(document: unknown, tokens: readonly string[]): unknown {
  let node = follow(document, document);
  for (const token of tokens) node = follow(document, member(node, token));
  return node;
}

function follow(document: unknown, node: unknown): unknown {
  const seen = new Set<unknown>();
  let current = node;
  for (;;) {
    const reference = member(current, '$ref');
    if (typeof reference !== 'string' || !reference.startsWith('#') || seen.has(current)) return current;
    seen.add(current);
    current = tokensOf(reference).reduce<unknown>(member, document);
  }
}

/** A member of an object or array; undefined if there is none. */
export const member = (node: unknown, name: string): unknown =>
  typeof node === 'object' && node !== null && Object.hasOwn(node, name)
    ? Reflect.get(node, name)
    : undefined;

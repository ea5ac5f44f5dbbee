import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  LineCounter,
  parseDocument,
} from 'yaml';
import { InputError, type Place } from '../errors.ts';
import { isObject, type Json, type JsonObject, type Path, toPointer } from '../json.ts';
import { jsonOffsets } from './json-offsets.ts';
import { Lines } from './lines.ts';

/** A YAML or JSON file, read once: its text, its value, and a way back from a path to a line. */
export interface SourceFile {
  /** The name under which findings show the file. */
  file: string;
  text: string;
  format: 'yaml' | 'json';
  /** Whether the file began with a byte-order mark; `text` is without it. */
  bom: boolean;
  value: Json;
  lines: Lines;
  /** The YAML document with comments and order; made on demand for JSON. */
  yaml(): Document;
  /** Where the value at `path` begins; the nearest ancestor that exists when it is not there. */
  locate(path: Path): Place;
  /** Tells which places will be asked for, so that a large JSON text is read once for all of them. */
  prepare(paths: Iterable<Path>): void;
}

const BOM = '\uFEFF';

/** The message of an unknown error. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Reads and parses a file. */
export async function readSource(file: string): Promise<SourceFile> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    const code = isObject(cause) || cause instanceof Error ? Reflect.get(cause as object, 'code') : undefined;
    const what = code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'this is a folder' : reason(cause);
    throw new InputError(`Cannot read ${file}: ${what}`, { expected: 'a YAML or JSON file', cause });
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new InputError(`Cannot read ${file}: it is not UTF-8`, {
      expected: 'YAML or JSON in UTF-8',
      help: 'Save the file as UTF-8.',
      cause,
    });
  }
  return parseSource(text, file);
}

/**
 * Parses a YAML or JSON text. A byte-order mark and CRLF are understood.
 *
 * @throws {InputError} with line and column when the text is neither, or when a key stands twice in an object.
 */
export function parseSource(text: string, file: string): SourceFile {
  const body = text.startsWith(BOM) ? text.slice(1) : text;
  const bom = body !== text;
  const lines = new Lines(body);
  const isJson = extname(file) === '.json' || /^\s*[[{]/.test(body);
  if (isJson) {
    const value = parseJson(body);
    if (value !== undefined) return { ...jsonSource(body, file, value, lines), bom };
  }
  return { ...yamlSource(body, file, lines, extname(file) === '.json' ? 'json' : 'yaml'), bom };
}

/** The value, or undefined when it is no JSON: the YAML parser then finds the place of the fault. */
function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json; // JSON.parse yields JSON by definition
  } catch {
    return undefined;
  }
}

function jsonSource(text: string, file: string, value: Json, lines: Lines): SourceFile {
  refuseDuplicateKeys(text, file, lines);
  let document: Document | undefined;
  let offsets = new Map<string, number>();
  const prepare = (paths: Iterable<Path>) => {
    const missing = [...paths].filter((path) => !offsets.has(toPointer(path)));
    if (missing.length > 0) offsets = new Map([...offsets, ...jsonOffsets(text, missing)]);
  };
  return {
    file,
    text,
    format: 'json',
    bom: false,
    value,
    lines,
    yaml: () => {
      document ??= parseDocument(text);
      return document;
    },
    prepare,
    locate: (path) => {
      prepare([path]);
      for (let n = path.length; n >= 0; n--) {
        const offset = offsets.get(toPointer(path.slice(0, n)));
        if (offset !== undefined) return { file, ...lines.at(offset) };
      }
      return { file, line: 1, column: 1 };
    },
  };
}

/** JSON.parse keeps the last of two equal keys in silence, so a scan of its own finds them. */
function refuseDuplicateKeys(text: string, file: string, lines: Lines): void {
  const stack: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 123) stack.push(new Set());
    else if (char === 91) stack.push(null);
    else if (char === 125 || char === 93) stack.pop();
    else if (char === 34) {
      const start = at++;
      while (at < text.length && text.charCodeAt(at) !== 34) at += text.charCodeAt(at) === 92 ? 2 : 1;
      let next = at + 1;
      while (text.charCodeAt(next) <= 32) next++;
      const keys = stack.at(-1);
      if (!keys || text.charCodeAt(next) !== 58) continue;
      const key = text.slice(start + 1, at);
      if (keys.has(key)) {
        throw new InputError(`The key "${key}" stands twice in the same object`, {
          place: { file, ...lines.at(start) },
          expected: 'each key once',
          help: 'Remove one of the two; parsers do not agree on which one counts.',
        });
      }
      keys.add(key);
    }
  }
}

function yamlSource(text: string, file: string, lines: Lines, format: 'yaml' | 'json'): SourceFile {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, strict: true });
  const [error] = document.errors;
  if (error) {
    const duplicate = error.code === 'DUPLICATE_KEY';
    const several = error.code === 'MULTIPLE_DOCS';
    throw new InputError(
      duplicate
        ? 'A key stands twice in the same map'
        : several
          ? 'The file holds several YAML documents'
          : `Not valid ${format.toUpperCase()}: ${error.message}`,
      {
        place: { file, ...lines.at(error.pos[0]) },
        expected: duplicate
          ? 'each key once'
          : several
            ? 'one document a file'
            : `one ${format.toUpperCase()} document`,
        help: duplicate ? 'Remove one of the two.' : 'Mend the file at this place.',
        cause: error,
      },
    );
  }
  let value: Json;
  try {
    value = document.toJS({ maxAliasCount: 10_000 }) as Json; // YAML 1.2 core schema: JSON values only
  } catch (cause) {
    throw new InputError(`The anchors of the file cannot be followed: ${reason(cause)}`, {
      place: { file, line: 1, column: 1 },
      cause,
    });
  }
  refuseSelfReference(value, file);
  return {
    file,
    text,
    format,
    bom: false,
    value: value ?? null,
    lines,
    yaml: () => document,
    prepare: () => {},
    locate: (path) => ({ file, ...lines.at(yamlOffset(document, path)) }),
  };
}

/** A YAML anchor may hold an alias to itself; such a value has no end. */
function refuseSelfReference(value: unknown, file: string): void {
  const above = new Set<unknown>();
  const done = new Set<unknown>();
  const walk = (node: unknown) => {
    if (typeof node !== 'object' || node === null || done.has(node)) return;
    if (above.has(node)) {
      throw new InputError('An anchor of the file contains itself', {
        place: { file, line: 1, column: 1 },
        expected: 'a document with an end; write recursion as "$ref"',
      });
    }
    above.add(node);
    for (const child of Object.values(node)) walk(child);
    above.delete(node);
    done.add(node);
  };
  walk(value);
}

function yamlOffset(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (!isCollection(node)) break;
    const items = node.items;
    const item: unknown = isMap(node)
      ? items.find(
          (pair) => isPair(pair) && String(isNode(pair.key) ? pair.key.toJSON() : pair.key) === String(step),
        )
      : items[Number(step)];
    if (item === undefined) break;
    const value = isPair(item) ? item.value : item;
    const key = isPair(item) ? item.key : undefined;
    const place =
      isNode(value) && value.range ? value.range[0] : isNode(key) && key.range ? key.range[0] : undefined;
    if (place !== undefined) offset = place;
    node = value;
  }
  return offset;
}

/** The root object of a document. */
export function rootObject(source: SourceFile, what: string): JsonObject {
  if (isObject(source.value)) return source.value;
  const kind = Array.isArray(source.value) ? 'a list' : source.value === null ? 'empty' : 'a single value';
  throw new InputError(`${what} must be an object, but the file is ${kind}`, {
    place: { file: source.file, line: 1, column: 1 },
    expected: `${what} in YAML or JSON`,
  });
}

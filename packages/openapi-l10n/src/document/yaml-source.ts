import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  parseDocument,
  type YAMLError,
} from 'yaml';
import { InputError, type Place } from '../errors.ts';
import { type Json, type Path, toPointer } from '../json.ts';
import { reason } from './file-errors.ts';
import type { Lines } from './lines.ts';
import { Places } from './places.ts';
import { DEPTH, type SourceFile, tooDeep } from './source-file.ts';
import { yamlOffsets } from './yaml-offsets.ts';
import { yamlValue } from './yaml-value.ts';

/**
 * Reads a text as YAML 1.2.
 *
 * @throws {InputError} when it is not YAML, a map repeats a key, or an anchor contains itself.
 */
export function yamlSource(text: string, file: string, lines: Lines): SourceFile {
  let parsed: Document | undefined;
  const document = () => {
    parsed ??= parseYaml(text, file, lines);
    return parsed;
  };
  const quick = yamlValue(text);
  const places = new Places(file, lines, (wanted) =>
    quick === undefined
      ? new Map(wanted.map((path) => [toPointer(path), yamlOffset(document(), path)]))
      : yamlOffsets(text, wanted),
  );
  const value = quick ?? plainValue(document(), file, (path) => places.locate(path));
  return {
    file,
    text,
    format: 'yaml',
    bom: false,
    value: value ?? null,
    lines,
    yaml: document,
    prepare: (paths) => places.prepare(paths),
    locate: (path) => places.locate(path),
  };
}

function parseYaml(text: string, file: string, lines: Lines): Document {
  let document: Document;
  try {
    document = parseDocument(text, { prettyErrors: false, strict: true, merge: true });
  } catch (cause) {
    if (cause instanceof RangeError) throw tooDeep({ file, line: 1, column: 1 });
    throw cause;
  }
  const [error] = document.errors;
  if (error) throw invalid(error, { file, ...lines.at(error.pos[0]) });
  return document;
}

function plainValue(document: Document, file: string, locate: (path: Path) => Place): Json {
  let value: Json;
  try {
    value = document.toJS({ maxAliasCount: 10_000 }) as Json; // YAML 1.2 core schema: JSON values only
  } catch (cause) {
    throw new InputError(`The anchors of the file cannot be followed: ${reason(cause)}`, {
      place: { file, line: 1, column: 1 },
      cause,
    });
  }
  refuseEndless(value, locate);
  return value;
}

function invalid(error: YAMLError, place: Place): InputError {
  if (error.message.includes('call stack')) return tooDeep(place); // the parser's own recursion
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return new InputError('A key is repeated in the same map', {
        place,
        expected: 'each key once',
        help: 'Remove one of the two; parsers disagree on which one counts.',
        cause: error,
      });
    case 'MULTIPLE_DOCS':
      return new InputError('The file contains several YAML documents', {
        place,
        expected: 'one document per file',
        help: 'Split it into one file per document.',
        cause: error,
      });
    default:
      return new InputError(`Not valid YAML: ${error.message}`, {
        place,
        expected: 'one YAML document',
        help: 'Fix the file at this place.',
        cause: error,
      });
  }
}

/** A YAML anchor may contain an alias of itself, which would be endless. */
function refuseEndless(value: unknown, locate: (path: Path) => Place): void {
  const above = new Set<unknown>();
  const done = new Set<unknown>();
  const path: (string | number)[] = [];
  const walk = (node: unknown) => {
    if (typeof node !== 'object' || node === null || done.has(node)) return;
    if (above.has(node)) {
      throw new InputError('An anchor of the file contains itself', {
        place: locate(path.slice(0, -1)),
        expected: 'a finite document',
        help: 'Write recursion as "$ref".',
      });
    }
    if (path.length > DEPTH) throw tooDeep(locate(path));
    above.add(node);
    for (const [key, child] of Object.entries(node)) {
      path.push(key);
      walk(child);
      path.pop();
    }
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

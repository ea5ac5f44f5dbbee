import type { Document } from 'yaml';
import { InputError, type Place } from '../errors.ts';
import { isObject, type Json, type JsonObject, type Path } from '../json.ts';
import type { Lines } from './lines.ts';

/** A YAML or JSON file, read once: its text, its value, and a way back from a path to a line. */
export interface SourceFile {
  /** The name of the file in findings. */
  file: string;
  text: string;
  format: 'yaml' | 'json';
  /** Whether the file began with a byte-order mark, which `text` does not contain. */
  bom: boolean;
  value: Json;
  lines: Lines;
  /** The YAML document with comments and order; made on demand for JSON. */
  yaml(): Document;
  /** Where the value at `path` begins, or its nearest ancestor that exists. */
  locate(path: Path): Place;
  /** Announces which places will be needed, so that a large JSON text is scanned once for all of them. */
  prepare(paths: Iterable<Path>): void;
}

/** How deep a document may be nested: far deeper than real ones, far less than would exhaust the stack. */
export const DEPTH = 500;

/** The error for a document that is nested deeper than that. */
export function tooDeep(place: Place): InputError {
  return new InputError(`The document is nested more than ${DEPTH} levels deep`, {
    place,
    expected: 'an OpenAPI document or an overlay',
    help: 'Is this the right file?',
  });
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

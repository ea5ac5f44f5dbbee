import { type Document, parseDocument } from 'yaml';
import type { Json } from '../json.ts';
import { checkJson } from './json-check.ts';
import { jsonOffsets } from './json-offsets.ts';
import type { Lines } from './lines.ts';
import { Places } from './places.ts';
import type { SourceFile } from './source-file.ts';

/**
 * Reads a text as JSON.
 *
 * @throws {InputError} when it is not JSON, an object repeats a key, or the nesting is too deep.
 */
export function jsonSource(text: string, file: string, lines: Lines): SourceFile {
  checkJson(text, file, lines);
  const value = JSON.parse(text) as Json; // JSON.parse yields JSON by definition
  let document: Document | undefined;
  const places = new Places(file, lines, (wanted) => jsonOffsets(text, wanted));
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
    prepare: (paths) => places.prepare(paths),
    locate: (path) => places.locate(path),
  };
}

import { type Document, parseDocument } from 'yaml';
import { InputError } from '../errors.ts';
import type { Json } from '../json.ts';
import { jsonFault } from './json-fault.ts';
import { jsonOffsets } from './json-offsets.ts';
import type { Lines } from './lines.ts';
import { Places } from './places.ts';
import { DEPTH, type SourceFile, tooDeep } from './source-file.ts';

/**
 * Reads a text as JSON.
 *
 * @throws {InputError} when it is not JSON, an object repeats a key, or the nesting is too deep.
 */
export function jsonSource(text: string, file: string, lines: Lines): SourceFile {
  let value: Json;
  try {
    value = JSON.parse(text) as Json; // JSON.parse yields JSON by definition
  } catch (cause) {
    const { offset, expected } = jsonFault(text) ?? { offset: 0, expected: 'a value' };
    throw new InputError('Not valid JSON', {
      place: { file, ...lines.at(offset) },
      expected,
      help: 'Fix the file at this place.',
      cause,
    });
  }
  refuse(text, file, lines);
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

/** Finds repeated keys, since JSON.parse silently keeps the last one, and nesting that is too deep. */
function refuse(text: string, file: string, lines: Lines): void {
  const stack: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 123 || char === 91) {
      if (stack.push(char === 123 ? new Set() : null) > DEPTH) throw tooDeep({ file, ...lines.at(at) });
    } else if (char === 125 || char === 93) stack.pop();
    else if (char === 34) {
      const start = at++;
      while (at < text.length && text.charCodeAt(at) !== 34) at += text.charCodeAt(at) === 92 ? 2 : 1;
      let next = at + 1;
      while (text.charCodeAt(next) <= 32) next++;
      const keys = stack.at(-1);
      if (!keys || text.charCodeAt(next) !== 58) continue;
      const key = text.slice(start + 1, at);
      if (keys.has(key)) {
        throw new InputError(`The key "${key}" is repeated in the same object`, {
          place: { file, ...lines.at(start) },
          expected: 'each key once',
          help: 'Remove one of the two; parsers disagree on which one counts.',
        });
      }
      keys.add(key);
    }
  }
}

import type { Place } from '../errors.ts';
import type { Path } from '../json.ts';
import type { SourceFile } from './source-file.ts';

/**
 * The place in a file of an offset inside a string value. Block, quoted and folded scalars lay out their text
 * differently, so the words around the offset are searched for in the text of the file.
 */
export function placeWithin(source: SourceFile, path: Path, value: string, offset: number): Place {
  const start = source.locate(path);
  const from = source.lines.startOf(start.line) + start.column - 1;
  const lineStart = value.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const raw = source.text.slice(from, from + value.length * 2 + 4096);
  for (const [begin, length] of [
    [lineStart, offset - lineStart + 12],
    [Math.max(lineStart, offset - 12), 24],
    [offset, 8],
    [offset, 1],
  ] as const) {
    const end = value.indexOf('\n', offset) < 0 ? value.length : value.indexOf('\n', offset);
    const piece = value.slice(begin, Math.min(begin + length, end));
    if (piece.trim() === '') continue;
    const at = nth(raw, piece, occurrences(value.slice(0, begin), piece));
    if (at < 0) continue;
    return { file: source.file, ...source.lines.at(from + at + offset - begin) };
  }
  return start;
}

function occurrences(text: string, piece: string): number {
  let count = 0;
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) count++;
  return count;
}

function nth(text: string, piece: string, index: number): number {
  let at = text.indexOf(piece);
  for (let n = 0; n < index && at >= 0; n++) at = text.indexOf(piece, at + 1);
  return at;
}

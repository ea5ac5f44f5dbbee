import { visit } from 'jsonc-parser';
import { type Path, toPointer } from '../json.ts';

/**
 * The offsets of some values of a JSON text, by JSON pointer, found in one pass. The text must be valid JSON.
 */
export function jsonOffsets(text: string, wanted: Iterable<Path>): Map<string, number> {
  const open = new Set<string>();
  const found = new Map<string, number>();
  for (const path of wanted) for (let n = 0; n <= path.length; n++) open.add(toPointer(path.slice(0, n)));

  /** The objects and lists around a value, with the index of the next item of a list; no pointer when nothing in it is wanted. */
  const around: { pointer: string | undefined; index: number | undefined }[] = [];
  let key = '';
  const value = (offset: number): string | undefined => {
    const inside = around.at(-1);
    const pointer = inside ? `${inside.pointer}${toPointer([inside.index ?? key])}` : '';
    if (!open.has(pointer)) return undefined;
    found.set(pointer, offset);
    return pointer;
  };
  const enter = (offset: number, index: number | undefined): boolean => {
    const pointer = value(offset);
    around.push({ pointer, index });
    return pointer !== undefined;
  };
  const leave = () => void around.pop();
  visit(text, {
    onObjectBegin: (offset) => enter(offset, undefined),
    onArrayBegin: (offset) => enter(offset, 0),
    onObjectProperty: (name) => {
      key = name;
    },
    onLiteralValue: (_, offset) => void value(offset),
    onSeparator: (sign) => {
      const inside = around.at(-1);
      if (sign === ',' && inside?.index !== undefined) inside.index++;
    },
    onObjectEnd: leave,
    onArrayEnd: leave,
  });
  return found;
}

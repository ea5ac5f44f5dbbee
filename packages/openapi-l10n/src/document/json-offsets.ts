import { type Path, toPointer } from '../json.ts';

/**
 * The offsets of some values of a JSON text, by JSON pointer, found in one pass. The text must be valid JSON. A
 * YAML parser would find all positions, but takes seconds and hundreds of megabytes for a 13 MB contract, of
 * which only a few are needed.
 */
export function jsonOffsets(text: string, wanted: Iterable<Path>): Map<string, number> {
  const open = new Set<string>();
  const found = new Map<string, number>();
  for (const path of wanted) for (let n = 0; n <= path.length; n++) open.add(toPointer(path.slice(0, n)));
  let at = 0;

  const space = () => {
    while (at < text.length && text.charCodeAt(at) <= 32) at++;
  };
  const string = (): string => {
    const start = at++;
    while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    at++;
    return text.slice(start, at);
  };
  /** Skips one value without looking inside. */
  const skip = () => {
    if (text[at] === '"') return void string();
    if (text[at] !== '{' && text[at] !== '[') {
      while (at < text.length && !',]}'.includes(text[at] ?? ',') && text.charCodeAt(at) > 32) at++;
      return;
    }
    let depth = 0;
    do {
      const char = text[at];
      if (char === '"') {
        string();
        continue;
      }
      if (char === '{' || char === '[') depth++;
      if (char === '}' || char === ']') depth--;
      at++;
    } while (depth > 0 && at < text.length);
  };
  const value = (pointer: string) => {
    space();
    found.set(pointer, at);
    const isMap = text[at] === '{';
    if (!isMap && text[at] !== '[') return skip();
    at++;
    for (let index = 0; at < text.length; index++) {
      space();
      if (text[at] === ',') {
        at++;
        space();
      }
      if (text[at] === '}' || text[at] === ']') {
        at++;
        return;
      }
      const key: string = isMap ? JSON.parse(string()) : String(index);
      if (isMap) {
        space();
        at++; // the colon
        space();
      }
      const child = `${pointer}${toPointer([key])}`;
      if (open.has(child)) value(child);
      else skip();
    }
  };
  value('');
  return found;
}

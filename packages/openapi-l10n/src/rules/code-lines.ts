import type { Found } from '../markdown/types.ts';
import { changeOf } from './code-change.ts';

/** A line of a block; 0 is the head of its fence. */
export const lineOf = (value: string, index: number) => value.split('\n')[index] ?? '';

/** The index of the first line that differs; 0 is the opening fence. */
export function firstDifference(a: string, b: string): number {
  const [lines, others] = [a.split('\n'), b.split('\n')];
  const differs = (line: string, at: number) => line.trim() !== others[at]?.trim();
  // The head of the fence matters least.
  const inCode = lines.findIndex((line, at) => at > 0 && differs(line, at));
  const index = inCode < 0 && others.length === lines.length ? lines.findIndex(differs) : inCode;
  return index < 0 ? Math.min(lines.length, others.length - 1) : index;
}

/** The next line that differs and is not empty in the second block. */
export function withContent(line: number, a: string, b: string): number {
  const [lines, others] = [a.split('\n'), b.split('\n')];
  for (let at = line; at < others.length; at++)
    if (
      `${lines[at] ?? ''}${others[at] ?? ''}`.trim() !== '' &&
      lines[at] !== others[at] &&
      others[at]?.trim()
    )
      return at;
  return line;
}

/** The index of the first line whose code differs, not only its texts; undefined if there is none. */
export function firstChange(a: string, b: string, samples?: RegExp): number | undefined {
  const [lines, others] = [a.split('\n'), b.split('\n')];
  // What people read is compared as such, and everything else strictly.
  const head = /^(?:text|txt|log|output|console|mdx?)?(?=\s|$)/i.test(a) ? (lines[0] ?? '') : 'code';
  const differs = (line: string, other = '') =>
    changeOf(`${head}\n${line}`, `${head}\n${other}`, samples) === 'code';
  const known = new Set(lines.map((line) => line.trim()));
  const index =
    lines.length === others.length
      ? others.findIndex((line, at) => at > 0 && line !== lines[at] && differs(lines[at] ?? '', line))
      : others.findIndex(
          (line, at) =>
            at > 0 &&
            !known.has(line.trim()) &&
            differs('', line) &&
            lines.every((own) => differs(own, line)),
        );
  return index < 0 ? undefined : index;
}

/** The index of the first line of code that the other block does not have in any form; undefined if there is none. */
export function firstLost(a: string, b: string): number | undefined {
  const lost = (plain: (line: string) => string) => {
    const others = new Set(b.split('\n').map(plain));
    return a
      .split('\n')
      .findIndex(
        (line, at) => at > 0 && /^\s*(?!--|<!--)[\w"'@$.<{-]/.test(line) && !others.has(plain(line)),
      );
  };
  const first = lost((line) => line.replaceAll(/[\s;,]|(["'`]).*?\1/g, ''));
  const index = first < 0 ? lost((line) => line.replaceAll(/[\s;,]/g, '')) : first;
  return index < 0 ? undefined : index;
}

/** The offset of a line in the text of a block. */
export function placeOfLine(
  text: string,
  { offset, length }: Found,
  line: number,
): { offset: number; length: number } {
  const fenced = /^(?:[`~]{3}|\{[%{])/.test(text.slice(offset));
  let start = offset;
  for (let count = fenced ? line : line - 1; count > 0; count--) {
    const next = text.indexOf('\n', start);
    if (next < 0 || next + 1 >= offset + length) break;
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return { offset: start, length: Math.max(1, (end < 0 ? text.length : end) - start) };
}

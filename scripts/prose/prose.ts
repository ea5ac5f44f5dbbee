import { extname } from 'node:path';
import { parseSync } from 'oxc-parser';

/** Files whose whole text is prose, or data for readers. */
const WHOLE = new Set(['.md', '.yaml', '.yml', '.json', '.jsonc', '.html', '.toml', '.txt']);
const CODE = new Set(['.ts', '.tsx', '.mts', '.mjs', '.js', '.jsx']);

/**
 * The prose of a file: comments and sentences in strings of code, comments of style sheets, and everything in other files.
 * The rest is blank, so that lines and columns match the file. Undefined when the file has no prose.
 */
export function proseOf(file: string, text: string): string | undefined {
  const extension = extname(file);
  if (WHOLE.has(extension)) return text;
  const ranges =
    extension === '.css' ? commentsOfCss(text) : CODE.has(extension) ? rangesOfCode(file, text) : [];
  if (ranges.length === 0) return undefined;
  const blank = [...text.replaceAll(/[^\n]/g, ' ')];
  for (const { start, end } of ranges) {
    for (let index = start; index < end; index++) blank[index] = text[index] ?? ' ';
  }
  return blank.join('');
}

interface Range {
  start: number;
  end: number;
}

function rangesOfCode(file: string, text: string): Range[] {
  const { program, comments } = parseSync(file, text);
  const ranges = comments.map(({ start, end }) => ({ start, end }));
  collectSentences(program, ranges);
  return ranges;
}

const commentsOfCss = (text: string): Range[] =>
  [...text.matchAll(/\/\*.*?\*\//gs)].map(({ index, 0: comment }) => ({
    start: index,
    end: index + comment.length,
  }));

/** A string with a space between two words is prose: a message, a help text, the title of a test. */
const SENTENCE = /\p{L}{2,}[,:;]? \p{L}/u;

function collectSentences(node: unknown, ranges: Range[]): void {
  if (Array.isArray(node)) {
    for (const item of node) collectSentences(item, ranges);
  } else if (typeof node === 'object' && node !== null) {
    const { type, start, end, value } = node as Partial<Range> & { type?: string; value?: unknown }; // a node of ESTree
    const text = typeof value === 'string' ? value : Reflect.get(Object(value), 'cooked');
    const isText = type === 'Literal' || type === 'TemplateElement' || type === 'JSXText';
    if (
      isText &&
      typeof text === 'string' &&
      SENTENCE.test(text) &&
      start !== undefined &&
      end !== undefined
    ) {
      ranges.push({ start, end });
    }
    for (const member of Object.values(node)) collectSentences(member, ranges);
  }
}

/** Ways to break one place of a text, for the faults in mutators.ts. */
import { factsOf } from '../src/markdown/facts.ts';
import { parseMarkdown } from '../src/markdown/parse.ts';

/** Variants of the text, each with one match of the pattern replaced. */
export const each = (pattern: RegExp, change: (match: string) => string) => (text: string) =>
  [...text.matchAll(pattern)].map(
    (match) => text.slice(0, match.index) + change(match[0]) + text.slice(match.index + match[0].length),
  );

/** Variants of the text, each with a change of one part that the parser finds: code spans, code blocks or targets of links. */
export const within =
  (kind: 'codeSpans' | 'codeBlocks' | 'links', change: (piece: string) => string[]) => (text: string) =>
    factsOf(parseMarkdown(text))[kind].flatMap(({ offset, length }) =>
      change(text.slice(offset, offset + length)).map(
        (piece) => text.slice(0, offset) + piece + text.slice(offset + length),
      ),
    );

/** The target at the end of `[label](target)`, or the whole of a bare address. */
export const target = (change: (url: string) => string) => (link: string) => {
  const at = link.includes('](') ? link.indexOf('](') + 2 : 0;
  const end = at > 0 ? link.length - 1 : link.length;
  const changed = change(link.slice(at, end));
  return changed === link.slice(at, end) ? [] : [link.slice(0, at) + changed + link.slice(end)];
};

/** The prose only: the content of fences is kept. */
export const outsideCode = (change: (text: string) => string[]) => (text: string) => {
  const parts = text.split(/(```[\s\S]*?```|`[^`\n]*`|\]\([^)]*\)|https?:\S+|\{\{?\w+\}?\})/);
  return parts.flatMap((part, index) =>
    index % 2 === 1 ? [] : change(part).map((changed) => parts.toSpliced(index, 1, changed).join('')),
  );
};

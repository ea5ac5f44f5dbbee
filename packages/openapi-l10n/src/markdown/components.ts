import { withoutExpressions } from './expressions.ts';

/** A tag on its own lines, such as `<Steps>` or `</Tab>`. */
const ALONE =
  /^[ \t]*(?:<\/?(?:[A-Z][\w.]*|div|a(?=\s[^<>]*=\{))(?:\s(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}|[^>"'{])*)?\/?>[ \t]*)+$/gm;
const FENCE = /^([ \t]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\2[`~]*[ \t]*$|(?![\s\S]))/gm;

/** A comment of MDX or Hugo. */
const COMMENT = /\{\/\*[\s\S]*?\*\/\}|\{\{<\s*comment\s*>\}\}[\s\S]*?\{\{<\s*\/comment\s*>\}\}/g;

/** One or more component tags on their own lines, which structure a page without being Markdown. */
export interface ComponentTags {
  raw: string;
  offset: number;
}

/**
 * Replaces the tags of components and the comments of MDX with spaces of the same length: what is between tags is Markdown
 * at any indentation, but a CommonMark parser would read it as HTML or as an indented block, and the asterisks of a
 * comment as emphasis.
 */
export function withoutComponents(text: string): { text: string; tags: ComponentTags[] } {
  if (!COMPONENT.test(text)) return { text, tags: [] };
  const fences = [...text.matchAll(FENCE)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  const isCode = (offset: number) => fences.some(([from, to]) => offset > from && offset < to);
  const tags: ComponentTags[] = [];
  const masked = withoutExpressions(text, isCode)
    .replaceAll(COMMENT, (raw, offset: number) =>
      isCode(offset) || isInSpan(text, offset) ? raw : blank(raw),
    )
    .replaceAll(ALONE, (raw: string, offset: number) => {
      if (isCode(offset)) return raw;
      tags.push({ raw, offset });
      return blank(raw);
    });
  return { text: masked, tags };
}

/** What begins a tag of a component, or a comment. */
export const COMPONENT = /^[ \t]*<\/?(?:[A-Z]|div|a\s[^<>]*=\{)|\{\/\*|\{\{<\s*comment/m;

const blank = (raw: string) => raw.replaceAll(/[^\n]/g, ' ');

/** Whether an odd number of backticks is before an offset in its line. */
const isInSpan = (text: string, offset: number) =>
  (text.slice(text.lastIndexOf('\n', offset) + 1, offset).split('`').length - 1) % 2 === 1;

/** Whether a paragraph is an MDX import or export, which the Markdown parser does not know. */
export function isModule(paragraph: string): boolean {
  return /^\{.*=>\s*\(?$|^\)\}|^(?:import\s[^.]*['"]|export\s+(?:const|default|function|let)\s)/.test(
    paragraph,
  );
}

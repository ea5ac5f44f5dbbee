/** A tag on its own lines, such as `<Steps>` or `</Tab>`. */
const ALONE =
  /^[ \t]*(?:<\/?(?:[A-Z][\w.]*|div)(?:\s(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}|[^>"'{])*)?\/?>[ \t]*)+$/gm;
const FENCE = /^([ \t]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\2[`~]*[ \t]*$|(?![\s\S]))/gm;

/** One or more component tags on their own lines, which structure a page without being Markdown. */
export interface ComponentTags {
  raw: string;
  offset: number;
}

/**
 * Replaces the tags of components with spaces of the same length: what is between them is Markdown at any
 * indentation, but a CommonMark parser would read it as HTML or as an indented block.
 */
export function withoutComponents(text: string): { text: string; tags: ComponentTags[] } {
  if (!/^[ \t]*<\/?(?:[A-Z]|div)/m.test(text)) return { text, tags: [] };
  const fences = [...text.matchAll(FENCE)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  const tags: ComponentTags[] = [];
  const masked = text.replaceAll(ALONE, (raw: string, offset: number) => {
    if (fences.some(([from, to]) => offset > from && offset < to)) return raw;
    tags.push({ raw, offset });
    return raw.replaceAll(/[^\n]/g, ' ');
  });
  return { text: masked, tags };
}

/** Whether a paragraph is an MDX import or export, which the Markdown parser does not know. */
export function isModule(paragraph: string): boolean {
  return /^(?:import\s[^.]*['"]|export\s+(?:const|default|function|let)\s)/.test(paragraph);
}

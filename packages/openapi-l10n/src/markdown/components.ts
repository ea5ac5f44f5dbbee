/** A tag on lines of its own, such as `<Steps>` or `</Tab>`. */
const ALONE =
  /^[ \t]*(?:<\/?(?:[A-Z][\w.]*|div)(?:\s(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}|[^>"'{])*)?\/?>[ \t]*)+$/gm;
const FENCE = /^([ \t]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\2[`~]*[ \t]*$|(?![\s\S]))/gm;

/** A tag, or several in a row, that parts a page without being Markdown. */
export interface ComponentTags {
  raw: string;
  offset: number;
}

/**
 * Takes the tags of components out of a page: what is between them is Markdown, whatever its indentation, but a
 * parser of CommonMark reads it as HTML or as an indented block. Spaces take their place, so that offsets stay.
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

/** Whether a paragraph is an import or an export of MDX, which the parser of Markdown does not know. */
export function isModule(paragraph: string): boolean {
  return /^(?:import\s[^.]*['"]|export\s+(?:const|default|function|let)\s)/.test(paragraph);
}

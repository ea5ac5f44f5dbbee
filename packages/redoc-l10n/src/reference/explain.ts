import type { Section } from './types.ts';

/** The maximum number of sections that explain one name. */
const MOST = 2;

/**
 * Finds the sections of the prose that explain something: it is in their first paragraph or in a table row. For a status code, a
 * mention is enough, since it is unambiguous.
 */
export function explainer(sections: readonly Section[]): (code: string) => readonly Section[] {
  const marked = sections.map((section) => ({
    section,
    about: codesIn(subjects(section.markdown)),
    all: codesIn(section.markdown),
  }));
  const known = new Map<string, readonly Section[]>();
  return (code) => {
    let found = known.get(code);
    if (!found) {
      found = marked
        .filter(({ about, all }) => about.has(code) || (/^\d{3}$/.test(code) && all.has(code)))
        .map(({ section }) => section)
        .slice(0, MOST);
      known.set(code, found);
    }
    return found;
  };
}

/** The first paragraph, and the first cell of each row of a table. */
function subjects(markdown: string): string {
  const [first = ''] = markdown.trim().split(/\n\s*\n/);
  const cells = [...markdown.matchAll(/^\|([^|\n]*)\|/gm)].map(([, cell = '']) => cell);
  return [first, ...cells].join('\n');
}

const codesIn = (markdown: string): ReadonlySet<string> =>
  new Set([...markdown.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code));

import { factsOf } from '../markdown/facts.ts';
import type { Rule } from './rule.ts';

export const glossary: Rule = {
  summary: 'A term of the glossary rendered in another way than agreed, or by a forbidden one.',
  severity: 'error',
  *pair({ source, translation, glossary: agreed }) {
    if (!agreed) return;
    const from = factsOf(source).prose;
    const to = factsOf(translation).prose;
    for (const term of agreed.terms) {
      const [original] = from.matchAll(words(term.source));
      if (!original) continue;
      const [best = ''] = term.target;
      // An allowed rendering is masked first: it may hold a forbidden one.
      let rest = to;
      for (const target of term.target)
        rest = rest.replaceAll(words(target), (match) => ' '.repeat(match.length));
      const bad = term.forbidden
        .flatMap((form) => [...rest.matchAll(words(form))])
        .toSorted((a, b) => a.index - b.index);
      for (const match of bad) {
        yield {
          message: `“${match[0]}” is a forbidden rendering of “${term.source}”`,
          help: `Write “${best}”.`,
          offset: match.index,
          length: match[0].length,
          sourceOffset: original.index,
        };
      }
      if (bad.length === 0 && rest === to) {
        yield {
          message: `The term “${term.source}” is not rendered as agreed`,
          help: `Write “${best}”.`,
          sourceOffset: original.index,
        };
      }
    }
  },
};

/** A term as a pattern: whole words, a plural s, any space or apostrophe between. */
function words(term: string): RegExp {
  const body = term
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/['’]/g, "['’]")
    .replaceAll(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\d])${body}s?(?![\\p{L}\\d])`, 'giu');
}

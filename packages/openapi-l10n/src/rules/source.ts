import { factsOf } from '../markdown/facts.ts';
import type { Rule } from './rule.ts';

export const source: Rule = {
  summary:
    'In the source: a name without code marks, or a name in code marks that the contract does not know.',
  severity: 'warn',
  *original({ source: text, vocabulary }) {
    const { prose } = factsOf(text);
    for (const match of prose.matchAll(
      /(?<![\p{L}\d_.-])[\p{L}][\p{L}\d]*(?:[_-][\p{L}\d]+)+(?![\p{L}\d_])/gu,
    )) {
      if (!vocabulary.names.has(match[0]) && !vocabulary.values.has(match[0])) continue;
      yield {
        message: `The name ${match[0]} stands without code marks`,
        help: 'Write it in backticks: no check of a translation can protect it otherwise.',
        offset: match.index,
        length: match[0].length,
      };
    }
    // "Can be day or hour" names two values of an enum; "one for each day or hour" is plain English.
    for (const match of prose.matchAll(
      /(?<=(?:be|is|are|either|values?|one of|equals?):?\s+)([\p{L}\d_]+),? (?:or|and) ([\p{L}\d_]+)(?![\p{L}\d])/giu,
    )) {
      const [whole, first = '', second = ''] = match;
      if (!vocabulary.values.has(first) || !vocabulary.values.has(second)) continue;
      yield {
        message: `The values in “${whole}” stand without code marks`,
        help: 'Write them in backticks: no check of a translation can protect them otherwise.',
        offset: match.index,
        length: whole.length,
      };
    }
  },
};

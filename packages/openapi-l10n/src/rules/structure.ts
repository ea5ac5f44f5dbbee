import { factsOf } from '../markdown/facts.ts';
import type { Rule } from './rule.ts';

export const structure: Rule = {
  summary: 'Headings, lists, tables, alerts or HTML that do not correspond.',
  severity: 'error',
  *pair({ source, translation }) {
    const from = factsOf(source).structure;
    const to = factsOf(translation).structure;
    const at = Array.from({ length: Math.max(from.length, to.length) }).findIndex(
      (_, index) => from[index]?.value !== to[index]?.value,
    );
    if (at < 0) return;
    yield {
      message: `The source has ${from[at]?.value ?? 'nothing more'} where the translation has ${to[at]?.value ?? 'nothing more'}`,
      help: 'Give the translation the same headings, lists, tables, alerts and HTML, in the same order.',
      offset: to[at]?.offset ?? translation.text.trimEnd().length,
      length: 1,
      sourceOffset: from[at]?.offset ?? source.text.trimEnd().length,
    };
  },
};

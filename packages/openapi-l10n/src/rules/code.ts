import { factsOf } from '../markdown/facts.ts';
import type { Found } from '../markdown/types.ts';
import { codeBlocks, lostBlocks } from './code-blocks.ts';
import { comparableProse } from './marks.ts';
import { compare } from './multiset.ts';
import { placeholders } from './placeholders.ts';
import type { Rule } from './rule.ts';

export const code: Rule = {
  summary: 'A code block or placeholder that differs.',
  severity: 'error',
  *pair({ source, translation, settings, alignment, language, sourceLanguage }) {
    const [from, to] = [factsOf(source), factsOf(translation)];
    const [original, prose] = comparableProse(from, to);
    yield* codeBlocks({ source, translation, alignment, language, sourceLanguage }, settings.code);
    if (!alignment.version.isOther) yield* lostBlocks(alignment);
    // Translators add spaces after commas: `{req, res}`.
    const written = prose.map(({ text }) => text).join('\n');
    const isSpaced = ({ value }: Found) =>
      value.includes(',') && !written.includes(value) && written.replaceAll(/,\s+/g, ',').includes(value);
    for (const problem of compare(
      placeholders(original).filter((found) => !isSpaced(found)),
      placeholders(prose),
      'placeholder',
      'Write the placeholder exactly as the source does.',
      alignment,
    )) {
      const lost =
        problem.offset === undefined
          ? source.text.slice(problem.sourceOffset).match(IN_BRACES)?.[0]
          : undefined;
      yield lost !== undefined && !translation.text.includes(lost.replaceAll(/[^\w]/g, ''))
        ? { ...problem, proof: 'lost placeholder' }
        : problem;
    }
  },
};

/** A placeholder that a program fills in. */
const IN_BRACES = /^(?:[$%]?\{[\w.-]+\}|\{\{[ ]?[\w.-]+[ ]?\}\})/;

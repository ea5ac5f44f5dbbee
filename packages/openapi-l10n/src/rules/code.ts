import { isOtherVersion } from '../alignment/index.ts';
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
    if (!isOtherVersion(alignment)) yield* lostBlocks(alignment);
    for (const problem of compare(
      placeholders(original).map(squeezed),
      placeholders(prose).map(squeezed),
      'placeholder',
      'Write the placeholder exactly as the source does.',
      alignment,
    )) {
      const { offset = -1, length = 0, sourceOffset } = problem;
      const isWords = /^(?:<[^<>]+>|\{\{[^{}]*\s[^{}]*\}\})$/.test(
        offset < 0 ? '' : translation.text.slice(offset, offset + length),
      );
      yield sourceOffset === undefined || isWords ? { ...problem, choice: 'added block' } : problem;
    }
  },
};

/** A placeholder without the spaces that translators add after commas: `{req, res}`. */
const squeezed = (found: Found): Found => ({ ...found, value: found.value.replaceAll(/(?<=,)\s+/g, '') });

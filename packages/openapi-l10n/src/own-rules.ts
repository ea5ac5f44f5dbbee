import { factsOf } from './markdown/facts.ts';
import type { Rule, Severity } from './rules/rule.ts';

/** A text and its translation, as a rule of a project sees them. */
export interface OwnPair {
  /** The text of the contract or page, with its Markdown. */
  source: string;
  translation: string;
  /** The sentences of both without code, links and placeholders of Markdown, paragraph by paragraph. */
  sourceProse: readonly string[];
  translationProse: readonly string[];
  /** The language of the translation in lower case, such as `pt-br`. */
  language: string;
}

/** What a rule of a project reports. */
export interface OwnProblem {
  message: string;
  /** What to do about it. */
  help: string;
  /** The offset in the translation, in characters from 0; its beginning by default. */
  offset?: number;
  /** The number of characters to highlight; 1 by default. */
  length?: number;
}

/**
 * A rule that a project adds to those of the package. It runs for every text and its translation.
 *
 * @example
 * const formal: OwnRule = {
 *   severity: 'warn',
 *   *check({ translation }) {
 *     const found = /\btu\b/.exec(translation);
 *     if (found) yield { message: '“tu” is informal', help: 'Write “vous”.', offset: found.index, length: 2 };
 *   },
 * };
 */
export interface OwnRule {
  severity: Severity;
  check(pair: OwnPair): Iterable<OwnProblem>;
}

/** A rule of a project in the form of those of the package. */
export function asRule({ severity, check }: OwnRule): Rule {
  return {
    summary: 'A rule of the project.',
    severity,
    *pair({ whole: { source, translation }, language }) {
      const [sourceProse, translationProse] = [source, translation].map((markdown) =>
        factsOf(markdown).blocks.map(({ text }) => text.replaceAll('\uFFFC', ' ')),
      ) as [string[], string[]]; // two values in, two values out
      yield* check({
        source: source.text,
        translation: translation.text,
        sourceProse,
        translationProse,
        language: language.tag,
      });
    },
  };
}

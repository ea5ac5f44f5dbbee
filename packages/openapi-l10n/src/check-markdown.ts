import { byPlace } from './check.ts';
import { activeRules, checkPair, contextOf } from './check-texts.ts';
import type { CheckOptions } from './config.ts';
import { Lines } from './document/lines.ts';
import type { Finding } from './finding.ts';
import { parseMarkdown } from './markdown/parse.ts';
import type { TextKind } from './rules/rule.ts';
import { emptyVocabulary } from './vocabulary.ts';

/** Options of {@link checkMarkdown}. */
export interface MarkdownOptions extends CheckOptions {
  /** The names under which findings show the two pages. */
  sourceFile?: string | undefined;
  translationFile?: string | undefined;
  /** Where the texts come from: a page by default. Fewer findings in pages are errors. */
  kind?: TextKind | undefined;
}

/**
 * Runs the rules of texts over a Markdown page and its translation.
 *
 * @param source the page in the source language
 * @param translation the translated page
 * @example checkMarkdown('Send `length`.', 'Envoyez `longueur`.', { language: 'fr' })
 */
export function checkMarkdown(source: string, translation: string, options: MarkdownOptions = {}): Finding[] {
  const from = parseMarkdown(source);
  const to = parseMarkdown(translation);
  const [sourceLines, lines] = [new Lines(source), new Lines(translation)];
  const sourceFile = options.sourceFile ?? 'source.md';
  const file = options.translationFile ?? 'translation.md';
  const knowledge = contextOf(options.kind ?? 'page', options, emptyVocabulary);
  return checkPair({ source: from, translation: to }, activeRules(options), knowledge)
    .map(
      ({ rule, severity, problem }): Finding => ({
        rule,
        severity,
        message: problem.message,
        help: problem.help,
        place: { file, ...lines.at(problem.offset ?? 0) },
        length: Math.max(1, problem.length ?? 1),
        pointer: '',
        source: { file: sourceFile, ...sourceLines.at(problem.sourceOffset ?? 0) },
      }),
    )
    .toSorted(byPlace);
}

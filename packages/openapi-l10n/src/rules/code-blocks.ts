import type { Alignment, Gap } from '../alignment/types.ts';
import { factsOf } from '../markdown/facts.ts';
import type { Found } from '../markdown/types.ts';
import { type CodeChange, changeOf } from './code-change.ts';
import { firstChange, firstDifference, firstLost, lineOf, placeOfLine, withContent } from './code-lines.ts';
import { proofOf } from './code-proof.ts';
import { comparable } from './comparable-code.ts';
import { difference, excerpt } from './excerpt.ts';
import type { CodePolicy, Pair, TextProblem } from './rule.ts';

const HELP = 'Copy the block from the source, byte for byte.';
const SETTING =
  'Copy the block from the source, or use the setting "code" to say what is translated in blocks.';

type Texts = Pick<Pair, 'source' | 'translation' | 'alignment' | 'language' | 'sourceLanguage'>;

/** Code blocks that differ, with the first line that does. */
export function* codeBlocks(texts: Texts, policy: CodePolicy): Generator<TextProblem> {
  const { source, translation, language, sourceLanguage } = texts;
  const languages = [sourceLanguage, language];
  for (const [original, found] of counterparts(texts)) {
    const [was, is] = [comparable(original.value, languages), comparable(found.value, languages)];
    const change = changeOf(was, is, sourceLanguage.samples);
    const rule =
      change === 'comments' || change === 'strings' ? policy[change] : change === 'layout' ? 'warn' : 'keep';
    if (change === 'none' || rule === 'translate') continue;
    const proof = change === 'code' ? proofOf(was, is, translation.text) : undefined;
    const changed = change === 'code' ? firstChange(was, is, sourceLanguage.samples) : undefined;
    const isNew = was.split('\n').length !== is.split('\n').length;
    const lost = change === 'code' && isNew && changed === undefined ? firstLost(was, is) : undefined;
    if (lost !== undefined) {
      yield {
        message: `The code block lacks the line ${excerpt(lineOf(original.value, lost))} of the source`,
        help: HELP,
        ...placeOfLine(translation.text, found, 0),
        sourceOffset: placeOfLine(source.text, original, lost).offset,
        proof,
      };
      continue;
    }
    const line = withContent(changed ?? firstDifference(was, is), original.value, found.value);
    const [before, after] = difference(isNew ? '' : lineOf(original.value, line), lineOf(found.value, line));
    yield {
      message: `The code block differs${IN[change]}: ${after}${isNew ? '' : ` where the source has ${before}`}`,
      help: change === 'code' ? HELP : SETTING,
      ...placeOfLine(translation.text, found, line),
      sourceOffset: placeOfLine(source.text, original, line).offset,
      // A line that only the translation has belongs to another version of the example.
      ...(rule === 'warn' || (isNew && changed !== undefined) ? { severity: 'warn' } : {}),
      proof,
    };
  }
}

const IN: Readonly<Record<CodeChange, string>> = {
  none: '',
  code: '',
  layout: ' in its form',
  comments: ' in its comments',
  strings: ' in its strings',
  'words in output': ' in its words',
  'renamed throughout': ' in its names',
};

/** Blocks that only one of the texts has, where nothing else is missing next to them. */
export function* lostBlocks({ gaps }: Alignment): Generator<TextProblem> {
  for (const { lost, extra } of gaps.filter(isOfCode)) {
    for (const { text, start } of lost)
      yield {
        message: `The code block ${excerpt(text)} of the source is missing in the translation`,
        help: HELP,
        sourceOffset: start,
      };
    for (const { text, start } of extra)
      yield {
        message: `The translation has the code block ${excerpt(text)}, which the source does not have`,
        help: HELP,
        offset: start,
      };
  }
}

/** Whether nothing but code is missing in a place. */
export const isOfCode = ({ lost, extra }: Gap) => [...lost, ...extra].every(({ kind }) => kind === 'code');

/** The blocks of the source that differ, each with its own in the translation; equal ones may be in any order. */
function counterparts({ source, translation, alignment, language, sourceLanguage }: Texts): [Found, Found][] {
  const languages = [sourceLanguage, language];
  const lost = factsOf(source).codeBlocks.map((found) => ({
    found,
    text: comparable(found.value, languages),
  }));
  let extra = factsOf(translation).codeBlocks.map((found) => ({
    found,
    text: comparable(found.value, languages),
  }));
  // First those in the same place, since a page may show one of them twice.
  for (const isInPlace of [true, false])
    extra = extra.filter(({ found, text }) => {
      const index = lost.findIndex(
        (other) => other.text === text && (!isInPlace || alignment.near(other.found, found)),
      );
      if (index >= 0) lost.splice(index, 1);
      return index < 0;
    });
  return extra.flatMap(({ found }) => {
    const near = lost.findIndex((other) => alignment.near(other.found, found));
    const [original] = near < 0 ? [] : lost.splice(near, 1);
    return original ? [[original.found, found] as [Found, Found]] : [];
  });
}

import { type Block, placeIn } from '../markdown/block.ts';
import { factsOf } from '../markdown/facts.ts';
import { excerpt } from './excerpt.ts';
import { mayStay } from './left-names.ts';
import { isTitled } from './left-titles.ts';
import { bare, type Left, LeftWordsFinder } from './left-words.ts';
import type { Rule } from './rule.ts';
import { sentences } from './sentences.ts';
import { isSettings } from './settings-lines.ts';
import { nameColumns } from './tokens.ts';
import { type Word, wordsOf } from './words.ts';

export const untranslated: Rule = {
  summary: 'A sentence, heading, list item or cell that is not translated.',
  severity: 'error',
  *pair({ whole: { source, translation }, language, sourceLanguage }) {
    if (baseOf(language.tag) === baseOf(sourceLanguage.tag)) return;
    const blocks = factsOf(source).blocks;
    const originals = new Set(
      blocks.flatMap(sentences).flatMap(({ text }) => [bare(text), bare(labelOf(text))]),
    );
    const names = nameColumns(blocks);
    const finder = new LeftWordsFinder(
      language,
      sourceLanguage,
      blocks.map(({ text }) => bare(text)).join('\n'),
    );
    const facts = factsOf(translation);
    const read = facts.blocks.map((block) =>
      block.column && names.has(block.column)
        ? { block, parts: [] }
        : {
            block,
            parts: sentences(block).map((sentence) => ({
              ...sentence,
              words: wordsOf(sentence.text, language, sourceLanguage),
            })),
          },
    );
    const borrowed = borrowedWords(read.flatMap(({ parts }) => parts));
    for (const { block, parts } of read) {
      if ((block.kind === 'cell' && TYPES.test(block.text)) || isSettings(block, translation.text)) continue;
      for (const { text, start, words } of parts) {
        const label = labelOf(text);
        const left =
          finder.find(words, text, originals.has(bare(text)), block.kind) ??
          finder.find(
            words.filter(({ end }) => end <= label.length),
            label,
            originals.has(bare(label)),
            block.kind,
          );
        if (!left) continue;
        const found = problem(block, text, start, left);
        const stretch = { block, text, start, words: left.words, ...found };
        if (mayStay(stretch, facts, borrowed)) yield { ...found, severity: 'warn' };
        else if (left.words.length <= FEW) yield { ...found, choice: 'few words' };
        else yield isTitled(stretch) ? { ...found, choice: 'title' } : found;
      }
    }
  },
};

/** Up to this many words may be a name or a label in a page. */
const FEW = 3;

/** Types of values, which tables name in every language. */
const TYPES =
  /^\s*(?:string|number|integer|boolean|object|array|null|any|void|function|float|double|date)s?(?:\[\])?\s*$/i;

/** The source-language words that sentences of the translation use. */
function borrowedWords(parts: readonly { text: string; words: readonly Word[] }[]): Set<string> {
  return new Set(
    parts.flatMap(({ text, words }) =>
      words.filter(({ of }) => of === 'own').length >= 2
        ? words.filter(({ of }) => of !== 'own').map(({ start, end }) => text.slice(start, end).toLowerCase())
        : [],
    ),
  );
}

function problem(block: Block, text: string, start: number, { words, doubtful }: Left) {
  const [from, to] = [words[0]?.start ?? 0, words.at(-1)?.end ?? text.length];
  const figures = /^[\d\s,:%]*/.exec(text.slice(to))?.[0].trimEnd() ?? '';
  return {
    message: doubtful
      ? `The translation is the same as the source: ${excerpt(text.slice(from, to))}`
      : `Words are not translated: ${excerpt(text.slice(from, to))}`,
    help: 'Translate them. If it is a name, put it in backticks or add it to the setting "names".',
    ...placeIn(block, start + from, to - from + figures.length),
    ...(doubtful ? { severity: 'warn' as const } : {}),
  };
}

/** The label before a colon at the start of a sentence, with its number: `Step 1`; empty if there is none. */
function labelOf(sentence: string): string {
  return /^\s*\p{Lu}\p{L}+(?:[\s\u00A0]\d+)?(?=[\s\u00A0]?[:：]\s?)/u.exec(sentence)?.[0] ?? '';
}

const baseOf = (tag: string) => tag.split('-')[0];

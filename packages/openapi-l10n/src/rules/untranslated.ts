import { english } from '../languages/en.ts';
import { ENGLISH_WORDS } from '../languages/en-words.ts';
import type { Language } from '../languages/language.ts';
import { type Block, placeIn } from '../markdown/block.ts';
import { factsOf } from '../markdown/facts.ts';
import { excerpt } from './excerpt.ts';
import type { Rule } from './rule.ts';
import { nameColumns } from './tokens.ts';

/** Words by which English is known where nothing is known of the other language: few others write them. */
const UNMISTAKABLE = new Set(
  'the of and with which this that these those you your when have has must should each their been from are'.split(
    ' ',
  ),
);

export const untranslated: Rule = {
  summary: 'A sentence, heading, item or cell left in the source language.',
  severity: 'error',
  *pair({ source, translation, language }) {
    if (language.tag.startsWith('en')) return;
    const originals = new Set(
      factsOf(source)
        .blocks.flatMap(sentences)
        .flatMap(({ text }) => [bare(text), bare(labelOf(text))]),
    );
    const prose = factsOf(source)
      .blocks.map(({ text }) => bare(text))
      .join('\n');
    const names = nameColumns(factsOf(source).blocks);
    for (const block of factsOf(translation).blocks) {
      if (block.column && names.has(block.column)) continue;
      for (const { text, start } of sentences(block)) {
        const words = wordsOf(text, language);
        const verbatim = (run: readonly Word[]) =>
          prose.includes(bare(text.slice(run[0]?.start, run.at(-1)?.end)));
        const judged = (part: readonly Word[], written: string) =>
          leftIn(part, originals.has(bare(written)), block.kind === 'heading', verbatim, language);
        const whole = judged(words, text);
        const label = labelOf(text);
        const left =
          whole.length > 0
            ? whole
            : judged(
                words.filter(({ end }) => end <= label.length),
                label,
              );
        const [first, last] = [left[0], left.at(-1)];
        if (!first || !last) continue;
        const figures = /^[\d\s,:%]*/.exec(text.slice(last.end))?.[0].trimEnd() ?? '';
        const length = last.end - first.start + figures.length;
        yield {
          message: `Words are left in the source language: ${excerpt(text.slice(first.start, last.end))}`,
          help: 'Translate them. A name that must stay goes into code marks, or into the names of the settings.',
          ...placeIn(block, start + first.start, length),
        };
      }
    }
  },
};

interface Word {
  start: number;
  end: number;
  /** Of the language of the translation, of the source language, or of neither for all that is known. */
  of: 'own' | 'source' | 'neither' | 'acronym';
  /** A word that holds a sentence together, such as `the`. */
  grammatical: boolean;
  /** The article `the`, which no French text has. */
  article: boolean;
  capital: boolean;
}

/** The words of a sentence that are left in the source language; none when it is translated. */
function leftIn(
  words: readonly Word[],
  same: boolean,
  heading: boolean,
  verbatim: (run: readonly Word[]) => boolean,
  { commonWords }: Language,
): readonly Word[] {
  const foreign = words.filter(({ of }) => of === 'source');
  const grammatical = words.filter((word) => word.grammatical);
  if (commonWords.size === 0)
    return grammatical.length >= 2 && (same || grammatical.length * 4 >= words.length) && words.length >= 4
      ? words
      : [];
  if (!words.some(({ of }) => of === 'own')) {
    const small = foreign.some((word) => !word.capital && word !== words[0]);
    const title = words.length > 1 && !heading && words.every(({ capital }) => capital);
    const phrase = foreign[0] === words[0] && words.some(({ capital }) => !capital);
    const all = words.every(({ of }) => of === 'source' || (heading && of === 'acronym')) && !title;
    const many = heading && words.length >= 3 && foreign.length * 2 >= words.length;
    if (same && foreign.length > 0 && (all || small || phrase || many)) return words;
    if (foreign.length >= 2 && words.length >= 3 && small) return words;
  }
  return runs(words).find((run) => isLeft(run, verbatim)) ?? [];
}

/** The longest stretches without a word of the translation's own language. */
function runs(words: readonly Word[]): Word[][] {
  const all: Word[][] = [[]];
  for (const word of words) {
    if (word.of === 'own') all.push([]);
    else all.at(-1)?.push(word);
  }
  return all;
}

/** Whether a stretch is English and no title: a title has capitals on all but the small words. */
function isLeft(run: readonly Word[], verbatim: (run: readonly Word[]) => boolean): boolean {
  const from = run.findIndex(({ of }) => of === 'source');
  const english = run.slice(from, run.findLastIndex(({ of }) => of === 'source') + 1);
  const foreign = english.filter(({ of }) => of === 'source');
  if (from < 0 || !foreign.some((word) => word.grammatical)) return false;
  if (!run.slice(from).some(({ grammatical, capital }) => !grammatical && !capital)) return false;
  if (foreign.length >= 3) return foreign.length * 2 >= english.length;
  return (
    foreign.length === 2 && (foreign.some(({ article }) => article) || (run.length >= 4 && verbatim(run)))
  );
}

function wordsOf(sentence: string, language: Language): Word[] {
  return [
    ...sentence.matchAll(/(?<![\p{L}\d_/.@#-])\p{L}+(?:[-'’]\p{L}+)*['’]?(?![\p{L}\d_/@]|\.\p{L})/gu),
  ].map((match) => {
    const [word] = match;
    const plain = word.toLowerCase().replace(/['’]s?$/, '');
    const own =
      language.commonWords.has(plain) ||
      (language.commonWords.size > 0 && /[^a-z'’-]|^(?:[cdjlmnst]|qu)['’]/.test(word.toLowerCase()));
    const grammatical =
      language.commonWords.size === 0
        ? UNMISTAKABLE.has(plain)
        : english.commonWords.has(plain) && ENGLISH_WORDS.has(plain);
    return {
      start: match.index,
      end: match.index + word.length,
      of: own
        ? 'own'
        : /^\p{Lu}{2,}$/u.test(word)
          ? 'acronym'
          : grammatical || ENGLISH_WORDS.has(plain)
            ? 'source'
            : 'neither',
      grammatical,
      article: plain === 'the',
      capital: /^\p{Lu}/u.test(word),
    };
  });
}

/** The sentences of a block. What stands in quotation marks is quoted: it may be in any language. */
function sentences(block: Block): { text: string; start: number }[] {
  const unquoted = block.text.replaceAll(/«[^«»]*»|“[^“”]*”|"[^"]*"/g, (quoted) => ' '.repeat(quoted.length));
  return [...unquoted.matchAll(/[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*/gu)].map((match) => ({
    text: match[0],
    start: match.index,
  }));
}

/** The word before a colon that begins a sentence, with its figure: `Step 1`; empty when none does. */
function labelOf(sentence: string): string {
  return /^\s*\p{Lu}\p{L}+(?:[\s\u00A0]\d+)?(?=[\s\u00A0]?:\s)/u.exec(sentence)?.[0] ?? '';
}

const bare = (text: string) => text.trim().replaceAll(/\s+/g, ' ').toLowerCase();

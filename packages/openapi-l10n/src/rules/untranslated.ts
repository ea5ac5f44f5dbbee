import { likelier } from '../languages/identify.ts';
import type { Language } from '../languages/types.ts';
import { type Block, placeIn } from '../markdown/block.ts';
import { factsOf } from '../markdown/facts.ts';
import { excerpt } from './excerpt.ts';
import { mayStay } from './left-names.ts';
import type { Rule } from './rule.ts';
import { sentences } from './sentences.ts';
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
    const judge = new Judge(language, sourceLanguage, blocks.map(({ text }) => bare(text)).join('\n'));
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
      if (block.kind === 'cell' && TYPES.test(block.text)) continue;
      for (const { text, start, words } of parts) {
        const label = labelOf(text);
        const left =
          judge.left(words, text, originals.has(bare(text)), block.kind) ??
          judge.left(
            words.filter(({ end }) => end <= label.length),
            label,
            originals.has(bare(label)),
            block.kind,
          );
        if (!left) continue;
        const found = problem(block, text, start, left);
        yield mayStay({ block, text, words: left.words, ...found }, facts, borrowed)
          ? { ...found, severity: 'warn' }
          : found;
      }
    }
  },
};

/** Types of values, which tables name in every language. */
const TYPES =
  /^\s*(?:string|number|integer|boolean|object|array|null|any|void|function|float|double|date)s?(?:\[\])?\s*$/i;

/** The words that sentences of the translation use among their own. */
function borrowedWords(parts: readonly { text: string; words: readonly Word[] }[]): Set<string> {
  return new Set(
    parts.flatMap(({ text, words }) =>
      words.filter(({ of }) => of === 'own').length >= 2
        ? words.filter(({ of }) => of !== 'own').map(({ start, end }) => text.slice(start, end).toLowerCase())
        : [],
    ),
  );
}

interface Left {
  words: readonly Word[];
  /** Whether it may be a name. */
  doubtful: boolean;
}

function problem(block: Block, text: string, start: number, { words, doubtful }: Left) {
  const [from, to] = [words[0]?.start ?? 0, words.at(-1)?.end ?? text.length];
  const figures = /^[\d\s,:%]*/.exec(text.slice(to))?.[0].trimEnd() ?? '';
  return {
    message: doubtful
      ? `The translation is the same as the source: ${excerpt(text.slice(from, to))}`
      : `Words are not translated: ${excerpt(text.slice(from, to))}`,
    help: 'Translate them. If it is a name, put it in code marks or add it to the setting "names".',
    ...placeIn(block, start + from, to - from + figures.length),
    ...(doubtful ? { severity: 'warn' as const } : {}),
  };
}

/** How much more likely the source language must be, for several words and for a single one. */
const LIKELIER = { several: 0.12, single: 0.25 };

class Judge {
  readonly #language: Language;
  readonly #sourceLanguage: Language;
  readonly #prose: string;

  constructor(language: Language, sourceLanguage: Language, prose: string) {
    this.#language = language;
    this.#sourceLanguage = sourceLanguage;
    this.#prose = prose;
  }

  /** The untranslated words of a sentence; undefined when it is translated. */
  left(words: readonly Word[], text: string, same: boolean, kind: Block['kind']): Left | undefined {
    if (words.length === 0) return undefined;
    const sure = (list: readonly Word[]) => ({ words: list, doubtful: false });
    const { latin, stopWords } = this.#language;
    if (latin && stopWords.size === 0) return this.#byStopWords(words, text, same, kind);
    if (!words.some(({ of }) => of === 'own')) {
      if (this.#isWhole(words, same, kind))
        return { words, doubtful: words.length === 1 && !this.#isForeign(words, text) };
      if (same) {
        const likely = this.#likely(words, text, kind);
        if (likely) return likely;
      }
    }
    // An untranslated sentence may have words that exist in both languages: "one" is also Polish.
    const whole = same && words.length >= 3 ? this.#likely(words, text, kind) : undefined;
    if (whole) return whole;
    const run = runs(words).find((list) => isLeft(list, (part) => this.#isVerbatim(part, text)));
    return run && sure(run);
  }

  /** For a language without known words, two function words of the source language are enough. */
  #byStopWords(words: readonly Word[], text: string, same: boolean, kind: Block['kind']): Left | undefined {
    const grammatical = words.filter((word) => word.grammatical && word.end - word.start > 2);
    const enough =
      words.length >= 4 && grammatical.length >= 2 && (same || grammatical.length * 4 >= words.length);
    if (enough) return { words, doubtful: false };
    return same ? this.#likely(words, text, kind) : undefined;
  }

  #isWhole(words: readonly Word[], same: boolean, kind: Block['kind']): boolean {
    const foreign = words.filter(({ of }) => of === 'source');
    const heading = kind === 'heading';
    const small = foreign.some((word) => !word.capital && word !== words[0]);
    const capitals = words.length > 1 && !heading && words.every(({ capital }) => capital);
    const title = capitals && (foreign.length < 2 || foreign.length * 2 < words.length);
    const phrase = foreign[0] === words[0] && words.some(({ capital }) => !capital);
    const all = words.every(({ of }) => of === 'source' || (heading && of === 'acronym')) && !title;
    const many =
      (heading || capitals) && words.length >= 2 && foreign.length >= 2 && foreign.length * 2 >= words.length;
    if (same && foreign.length > 0 && (all || small || phrase || many)) return true;
    return foreign.length >= 2 && words.length >= 3 && small;
  }

  /** Whether a word belongs to the source language only: "optional" is also German. */
  #isForeign(words: readonly Word[], text: string): boolean {
    const [word] = words;
    const margin = likelier(text.slice(word?.start, word?.end), this.#sourceLanguage.tag, this.#language.tag);
    return !this.#language.latin || margin === undefined || margin >= LIKELIER.single;
  }

  /** A text that is identical to the source, and whose letters look like the source language. */
  #likely(words: readonly Word[], text: string, kind: Block['kind']): Left | undefined {
    const prose = words.filter(({ of }) => of !== 'acronym');
    const [only] = prose;
    if (!only || kind === 'cell') return undefined;
    const several = prose.length >= 2 && prose.some((word) => !word.capital && word !== words[0]);
    // "Delete Document" may be a label, "Search Console" a product.
    if (!several && prose.length > 1)
      return prose[0]?.of === 'source' ? { words, doubtful: true } : undefined;
    if (!several && only.end - only.start < (this.#language.latin ? 5 : 4)) return undefined;
    const from = words[0]?.start ?? 0;
    const part = text.slice(from, words.at(-1)?.end);
    // In a language with another script, Latin words are not its prose.
    const margin =
      several && !this.#language.latin ? 1 : likelier(part, this.#sourceLanguage.tag, this.#language.tag);
    if (margin === undefined || margin < (several ? LIKELIER.several : LIKELIER.single)) return undefined;
    return { words, doubtful: !several };
  }

  #isVerbatim(run: readonly Word[], text: string): boolean {
    return this.#prose.includes(bare(text.slice(run[0]?.start, run.at(-1)?.end)));
  }
}

/** The longest sequences without a word of the translation's language. */
function runs(words: readonly Word[]): Word[][] {
  const all: Word[][] = [[]];
  for (const word of words) {
    if (word.of === 'own') all.push([]);
    else all.at(-1)?.push(word);
  }
  return all;
}

/** Whether a sequence is in the source language and not a title, whose words are capitalised. */
function isLeft(run: readonly Word[], verbatim: (run: readonly Word[]) => boolean): boolean {
  const from = run.findIndex(({ of }) => of === 'source');
  const part = run.slice(from, run.findLastIndex(({ of }) => of === 'source') + 1);
  const foreign = part.filter(({ of }) => of === 'source');
  if (from < 0 || !foreign.some((word) => word.grammatical)) return false;
  if (!run.slice(from).some(({ grammatical, capital }) => !grammatical && !capital)) return false;
  if (foreign.length >= 3) return foreign.length * 2 >= part.length;
  return (
    foreign.length === 2 && (foreign.some(({ article }) => article) || (run.length >= 4 && verbatim(run)))
  );
}

/** The label before a colon at the start of a sentence, with its number: `Step 1`; empty if there is none. */
function labelOf(sentence: string): string {
  return /^\s*\p{Lu}\p{L}+(?:[\s\u00A0]\d+)?(?=[\s\u00A0]?[:：]\s?)/u.exec(sentence)?.[0] ?? '';
}

const baseOf = (tag: string) => tag.split('-')[0];

const bare = (text: string) => text.trim().replaceAll(/\s+/g, ' ').toLowerCase();

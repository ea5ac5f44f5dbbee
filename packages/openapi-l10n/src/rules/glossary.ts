import type { Term } from '../glossary.ts';
import type { Language } from '../languages/types.ts';
import { type Block, placeIn } from '../markdown/block.ts';
import { factsOf } from '../markdown/facts.ts';
import type { Rule, TextProblem } from './rule.ts';

export const glossary: Rule = {
  summary: 'A glossary term that is not translated as agreed, or with a forbidden word.',
  severity: 'error',
  *pair({ source, translation, language, sourceLanguage, glossary: agreed }) {
    if (!agreed) return;
    const from = new Prose(factsOf(source).blocks);
    const to = new Prose(factsOf(translation).blocks);
    // Longer terms are searched for first: "API key" is not an occurrence of "key".
    const terms = agreed.terms.toSorted((a, b) => b.source.length - a.source.length);
    const wanted = terms.map((term) => ({
      term,
      originals: from.take(pattern(term.source, sourceLanguage)),
    }));
    for (const { term, originals } of wanted)
      if (originals.length > 0) yield* checkTerm(term, originals, to, language);
  },
};

type Place = { offset: number; length: number; value: string };

function* checkTerm(
  term: Term,
  originals: readonly Place[],
  to: Prose,
  language: Language,
): Generator<TextProblem> {
  const [best = ''] = term.target;
  const rendered = term.target
    .toSorted((a, b) => b.length - a.length)
    .reduce((sum, target) => sum + to.take(pattern(target, language)).length, 0);
  const bad = term.forbidden
    .flatMap((form) => to.take(pattern(form, language)))
    .toSorted((a, b) => a.offset - b.offset);
  for (const { value, offset, length } of bad) {
    yield {
      message: `“${value}” is a forbidden translation of “${term.source}”`,
      help: `Write “${best}”.`,
      offset,
      length,
      sourceOffset: originals[0]?.offset,
    };
  }
  // After its first full occurrence, a term may be shortened (“the limit”, “this key”) or replaced with a pronoun.
  const heads = [
    pattern(best.split(/\s/)[0] ?? best, language),
    ...(language.pronouns ? [language.pronouns] : []),
  ];
  const meant = rendered > 0 ? heads.reduce((sum, head) => sum + to.count(head), 0) : 0;
  const lacking = originals.length - rendered - bad.length - meant;
  if (lacking <= 0) return;
  yield {
    message:
      rendered === 0
        ? `The term “${term.source}” is not translated as agreed`
        : `The term “${term.source}” occurs ${originals.length} times, its agreed rendering ${rendered} times`,
    help: `Write “${best}”.`,
    sourceOffset: originals.at(-lacking)?.offset,
  };
}

/** The prose of a text, from which matches are removed so that they are counted once. */
class Prose {
  readonly #blocks: { block: Block; rest: string }[];

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks.map((block) => ({ block, rest: block.text }));
  }

  /** Counts the matches of a pattern, and removes them. */
  take(words: RegExp): Place[] {
    return this.#blocks.flatMap((own) => {
      const found = [...own.rest.matchAll(words)];
      own.rest = own.rest.replaceAll(words, (match) => '\u0000'.repeat(match.length));
      return found.map((match) => ({ value: match[0], ...placeIn(own.block, match.index, match[0].length) }));
    });
  }

  /** How many matches are left. */
  count(words: RegExp): number {
    return this.#blocks.reduce((sum, { rest }) => sum + [...rest.matchAll(words)].length, 0);
  }
}

/**
 * A term as a pattern: whole words with the endings of the language, separated by any kind of space, hyphen or apostrophe.
 * Lower case matches upper case too, as at the beginning of a sentence, but not the other way round. In scripts without
 * spaces, a term may have any neighbour.
 */
function pattern(term: string, { endings = '', script }: Language): RegExp {
  const body = term
    .trim()
    .split(/(\s+|['’]|[-\u2010\u2011])/u)
    .map((part) => {
      if (/^\s+$/.test(part)) return '[\\s\\u00A0\\u202F]*';
      if (/^['’]$/.test(part)) return "['’]";
      if (/^[-\u2010\u2011]$/u.test(part)) return '[-\\u2010\\u2011]';
      return part === '' ? '' : inflected(part, endings);
    })
    .join('')
    .replaceAll('[\\s\\u00A0\\u202F]*', JOINED.test(term) ? '[\\s\\u00A0\\u202F]*' : '[\\s\\u00A0\\u202F]+');
  if (JOINED.test(term)) return new RegExp(body, 'gu');
  // In Arabic, articles and conjunctions are joined to the word.
  const before = script === 'arab' ? '(?<![\\p{L}\\p{N}_]{4})' : '(?<![\\p{L}\\p{N}_])';
  // A word ends where another script begins: APIキー.
  return new RegExp(`${before}${body}(?![\\p{L}\\p{N}_])`, 'gu');
}

const JOINED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** A word with the endings of its language, which may replace its last vowel. */
function inflected(word: string, endings: string): string {
  if (!endings) return letters(word);
  const changes = endings.includes('[aeiou]') || endings.includes('\\p{L}');
  const stem =
    changes && word.length > 3 && /[\p{Ll}]$/u.test(word)
      ? word.replace(/[aeiouąęаеийоуыьюяَُِةه]$/u, '')
      : word;
  return stem === word
    ? `${letters(word)}${endings}`
    : `${letters(stem)}(?:${letters(word.slice(stem.length))})?${endings}`;
}

/** Each lower-case letter in either case, and a final y also as ie (`queries`). */
function letters(word: string): string {
  return [...word]
    .map((letter, index) => {
      if (letter === 'y' && index === word.length - 1) return '(?:[yY]|[iI][eE](?=[sS]))';
      const upper = letter.toUpperCase();
      // An accent may be lost before an ending: función, funciones.
      const plain = letter.normalize('NFD').charAt(0);
      if (letter !== upper && upper.length === 1)
        return `[${letter}${upper}${plain === letter ? '' : plain}]`;
      return letter.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
}

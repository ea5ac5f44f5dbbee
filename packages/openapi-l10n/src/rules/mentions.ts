import { factsOf } from '../markdown/facts.ts';
import type { MarkdownText } from '../markdown/parse.ts';
import { placeOf } from './marks.ts';

/** Everything that a text mentions: in backticks, in prose, in link targets. */
export class Mentions {
  readonly #markdown: MarkdownText;
  #read: ReturnType<typeof readAll> | undefined;
  #loose: string | undefined;

  constructor(markdown: MarkdownText) {
    this.#markdown = markdown;
  }

  /** Put together when something is looked up, since most texts mention no names. */
  get #all() {
    this.#read ??= readAll(this.#markdown);
    return this.#read;
  }

  get #spans(): readonly string[] {
    return this.#all.spans;
  }

  /** Whether a text contains the value as a word. */
  has(value: string): boolean {
    for (let at = placeOf(this.#all.text, value); at >= 0; at = placeOf(this.#all.text, value, at + 1))
      if (!value.includes('.') || !/^\.[\p{L}\d]/u.test(this.#all.text.slice(at + value.length))) return true;
    return false;
  }

  /** Whether the value is in a sentence here, and not in the target of a link alone. */
  isInProse(value: string): boolean {
    return placeOf(this.#all.sentences, value) >= 0;
  }

  /** Whether a text contains the value with an ending: `GitHuba`. */
  hasInflected(value: string): boolean {
    const at = this.#all.text.indexOf(value);
    return at >= 0 && !/^[\p{L}\d_]/u.test(this.#all.text.slice(at - 1, at)) && /\p{Ll}$/u.test(value);
  }

  /** Whether each word of the value is in backticks: `sitemap: 'skip'` as two spans, or the reverse. */
  hasParts(value: string): boolean {
    const parts = (value.match(PART) ?? []).filter((part) => /[\p{L}\d]/u.test(part));
    const known = new Set(this.#spans.flatMap((span) => span.match(PART) ?? []));
    return (
      parts.every((part) => known.has(part)) && !this.#spans.some((span) => loosely(span) === loosely(value))
    );
  }

  /** Whether a value here is the same except for slashes and brackets at its ends: `public/` and `/public`. */
  hasUndecorated(value: string): boolean {
    const plain = undecorated(value);
    return plain !== '' && this.#spans.some((span) => undecorated(span) === plain);
  }

  /** Whether prose, but no code span, has the value in some notation (`phone_call` for "Phone-call"). */
  hasLoosely(value: string): boolean {
    const plain = loosely(value);
    this.#loose ??= loosely(this.#all.sentences.slice(0, this.#all.prose));
    return (
      plain.length > 1 && this.#loose.includes(plain) && !this.#spans.some((span) => loosely(span) === plain)
    );
  }
}

function readAll(markdown: MarkdownText) {
  const { blocks, codeSpans } = factsOf(markdown);
  // Entities and escapes are only decoded in blocks.
  const prose = blocks.map((block) => block.text).join('\n');
  const spans = codeSpans.map(({ value }) => value);
  return {
    text: [markdown.text, prose, ...spans].join('\n'),
    sentences: [prose, ...spans].join('\n'),
    spans,
    prose: prose.length,
  };
}

const undecorated = (value: string) => value.replaceAll(/^[\s/<.]+|[\s/>()]+$/g, '');

const PART = /[\p{L}\d_./@-]+/gu;

/** The letters and figures of a name, whatever its notation. */
export const loosely = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

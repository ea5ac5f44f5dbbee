import { Lexer } from 'marked';
import type { Anchor } from '../redoc/outline.ts';
import type { Section } from './types.ts';

/** The prose of a description, split at headings of the first three levels. */
export interface Prose {
  introduction: string;
  sections: readonly Section[];
}

/**
 * Splits Markdown at its headings.
 *
 * @param anchors the addresses of the headings, in order. A translation takes those of its source, so that a link
 *   works in each language; a heading beyond them gets an address made from its words.
 */
export function cutProse(markdown: string, anchors: readonly Anchor[]): Prose {
  let introduction = '';
  const sections: Section[] = [];
  for (const token of new Lexer().lex(markdown)) {
    const last = sections.at(-1);
    if (token.type === 'heading' && token.depth <= 3) {
      const id = anchors[sections.length]?.id ?? `section/${slug(token.text)}`;
      sections.push({ id, title: token.text, level: token.depth, markdown: '' });
    } else if (last) last.markdown += token.raw;
    else introduction += token.raw;
  }
  return { introduction, sections };
}

/** A text as part of a URL: letters and digits of any script, joined by hyphens. */
export const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

import type { FoundLink } from './types.ts';

/** A link in a text between HTML tags. */
interface InlineLink extends Omit<FoundLink, 'offset'> {
  /** Where the link begins in the text. */
  at: number;
  /** The length of its label with the brackets. */
  label: number;
}

const LINK = /(!?)\[((?:[^[\]\n]|\[[^[\]\n]*\])*)\]\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"\n]*")?\)/g;

/**
 * The links of Markdown in a text between HTML tags, which many site generators read, and the text with spaces in place
 * of everything but their labels.
 */
export function inlineLinks(value: string): { text: string; links: InlineLink[] } {
  if (!value.includes('](')) return { text: value, links: [] };
  const links: InlineLink[] = [];
  const text = value.replaceAll(LINK, (whole, sign: string, label: string, target: string, at: number) => {
    const kind = sign === '' ? 'link' : 'image';
    const before = sign.length + 1;
    links.push({ value: target, kind, at, label: before + label.length + 1, length: whole.length });
    return ' '.repeat(before) + label + ' '.repeat(whole.length - before - label.length);
  });
  return { text, links };
}

import type { Nodes } from 'mdast';
import { parseDocument, Scalar } from 'yaml';
import { fixText } from '../src/index.ts';
import { parseMarkdown } from '../src/markdown/parse.ts';

const ACCENTS: Readonly<Record<string, string>> = { a: 'à', c: 'ç', e: 'é', i: 'î', o: 'ô', u: 'û' };

/**
 * A pseudo-translation of a text: each word of prose has accents, while code, links, numbers, placeholders
 * and the structure are those of the source. Every rule therefore reads the whole pair.
 */
export function pseudoTranslation(source: string): string {
  let text = '';
  let done = 0;
  const walk = (node: Nodes) => {
    if (node.type === 'text') {
      const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
      text +=
        source.slice(done, start) +
        source.slice(start, end).replaceAll(/(?<=^|\s)\p{L}{2,}(?=[\s.,]|$)/gu, accented);
      done = end;
    }
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(parseMarkdown(source).tree);
  return fixText(text + source.slice(done), 'fr');
}

const accented = (word: string) => word.replaceAll(/[aceiou]/g, (letter) => ACCENTS[letter] ?? letter);

/** A fresh overlay with a pseudo-translation of every text. */
export function translateAll(overlay: string): string {
  const document = parseDocument(overlay);
  // What extract has written: an object of texts, or one text.
  const { actions } = document.toJS() as { actions: { 'x-l10n-source': Record<string, string> | string }[] };
  for (const [index, { 'x-l10n-source': sources }] of actions.entries()) {
    if (typeof sources === 'string') document.setIn(['actions', index, 'update'], quoted(sources));
    else
      for (const [key, source] of Object.entries(sources)) {
        document.setIn(['actions', index, 'update', key], quoted(source));
      }
  }
  return document.toString({ lineWidth: 0 });
}

function quoted(source: string): Scalar {
  const node = new Scalar(pseudoTranslation(source));
  node.type = 'QUOTE_DOUBLE';
  return node;
}

import type { MarkdownText } from './parse.ts';
import type { Facts, Found } from './types.ts';
import { Walk } from './walk.ts';

const cache = new WeakMap<MarkdownText, Facts>();

/** Reads the facts of a text, cached because every rule needs them. */
export function factsOf(markdown: MarkdownText): Facts {
  const known = cache.get(markdown);
  if (known) return known;
  const facts = new Walk(markdown.markdown).read(markdown.tree, markdown.components);
  cache.set(markdown, facts);
  return facts;
}

/** Gives a text the facts of a part of it. */
export function withFacts(markdown: MarkdownText, facts: Facts): MarkdownText {
  cache.set(markdown, facts);
  return markdown;
}

/** The items that one list has more often than the other, by value. */
export function surplus(of: readonly Found[], over: readonly Found[]): Found[] {
  if (of.length === 0) return [];
  const left = new Map<string, number>();
  for (const { value } of over) left.set(value, (left.get(value) ?? 0) + 1);
  return of.filter(({ value }) => {
    const count = left.get(value) ?? 0;
    left.set(value, count - 1);
    return count <= 0;
  });
}

import type { Alignment } from '../alignment/types.ts';
import { surplus } from '../markdown/facts.ts';
import type { Found } from '../markdown/types.ts';
import { likeness } from '../nearest.ts';
import { difference } from './excerpt.ts';
import type { TextProblem } from './rule.ts';

/** An item of a translation, with its counterpart in the source, if there is one. */
export interface Replacement<Item> {
  instead: Item | undefined;
  found: Item;
}

/**
 * Finds what each item of a translation replaces: the most similar missing item of the source, or one of the
 * same paragraph. An item that has nothing in common with it is never chosen.
 */
export function replacements<Item extends Found & { kind?: string }>(
  lost: readonly Item[],
  extra: readonly Item[],
  { near }: Pick<Alignment, 'near'>,
): { replaced: Replacement<Item>[]; missing: Item[] } {
  const missing = [...lost];
  const origins = new Map<Item, Item>();
  const candidates = lost
    .flatMap((a) =>
      extra
        .filter((b) => (a.kind === 'image') === (b.kind === 'image'))
        .map((b) => ({ a, b, score: likeness(a.value, b.value) + (near(a, b) ? 0.5 : 0) })),
    )
    .filter(({ score }) => score >= 0.5)
    .toSorted((x, y) => y.score - x.score);
  for (const { a, b } of candidates) {
    if (origins.has(b) || !missing.includes(a)) continue;
    origins.set(b, a);
    missing.splice(missing.indexOf(a), 1);
  }
  return { replaced: extra.map((found) => ({ found, instead: origins.get(found) })), missing };
}

/** Compares the values in a text and its translation by how often they occur; the order may differ. */
export function* compare(
  source: readonly Found[],
  translation: readonly Found[],
  what: string,
  help: string,
  alignment: Pick<Alignment, 'near'>,
): Generator<TextProblem> {
  const [lost, extra] = [surplus(source, translation), surplus(translation, source)];
  if (lost.length + extra.length === 0) return;
  const { replaced, missing } = replacements(lost, extra, alignment);
  for (const { found, instead } of replaced) {
    const [was, is] = difference(instead?.value ?? '', found.value);
    yield {
      message: `The translation has the ${what} ${is}${instead ? ` where the source has ${was}` : ', which the source does not have'}`,
      help,
      offset: found.offset,
      length: found.length,
      sourceOffset: instead?.offset,
    };
  }
  for (const found of missing) {
    yield {
      message: `The ${what} ${difference(found.value, '')[0]} of the source is missing in the translation`,
      help,
      sourceOffset: found.offset,
    };
  }
}

/** The first occurrence of each value. */
export function once(list: readonly Found[]): Found[] {
  const first = new Map<string, Found>();
  for (const found of list) if (!first.has(found.value)) first.set(found.value, found);
  return [...first.values()];
}

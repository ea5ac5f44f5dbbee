import type { Translation } from '../overlay/translations.ts';
import { excerpt } from './excerpt.ts';
import type { Rule } from './rule.ts';

export const inconsistent: Rule = {
  summary: 'The same text is translated in different ways.',
  severity: 'warn',
  *overlay({ texts, reading }) {
    for (const translations of byText(
      texts.flatMap((text) => reading.translations.get(text.pointer) ?? []),
    )) {
      const [usual, ...others] = ways(translations);
      if (!usual) continue;
      for (const { value, places } of others) {
        for (const { action, key, text } of places) {
          yield {
            message: `${excerpt(text.value)} is ${excerpt(value)} here, and ${excerpt(usual.value)} at ${count(usual.places.length)}`,
            help: 'Translate the same text in the same way, or suppress the finding if the context differs.',
            at: ['actions', action, 'update', ...key],
            text: [...text.parent, text.key],
          };
        }
      }
    }
  },
};

/** The translations of one text in members of the same name, since a summary may be shorter than a description. */
function byText(translations: readonly Translation[]): Translation[][] {
  const groups = new Map<string, Translation[]>();
  for (const translation of translations) {
    const { text, value, stale } = translation;
    if (value.trim() === '' || stale !== undefined) continue;
    const name = JSON.stringify([typeof text.key === 'number' ? null : text.key, text.value]);
    const group = groups.get(name);
    if (group) group.push(translation);
    else groups.set(name, [translation]);
  }
  return [...groups.values()];
}

/** The different translations, the most frequent first. */
function ways(translations: readonly Translation[]): { value: string; places: Translation[] }[] {
  const found = new Map<string, Translation[]>();
  for (const translation of translations) {
    const value = translation.value.trim();
    const places = found.get(value);
    if (places) places.push(translation);
    else found.set(value, [translation]);
  }
  return [...found]
    .map(([value, places]) => ({ value, places }))
    .toSorted((a, b) => b.places.length - a.places.length);
}

const count = (places: number) => (places === 1 ? '1 other place' : `${places} other places`);

import type { JsonObject } from '../json.ts';
import { SUPPRESS } from '../overlay/read.ts';
import { TextIndex, textTarget } from '../overlay/text-target.ts';
import type { Entry, TextAction } from './actions.ts';
import type { Plan } from './plan.ts';

/**
 * Replaces the actions of texts that are the same in several places with one action for all of them. Texts that are translated in
 * two ways stay as they are, and so do those that are also a value of an example, which no translation may touch.
 */
export function distinct(contract: JsonObject, planned: Plan): Plan {
  const actions = planned.actions.map((action) => ({ ...action, entries: new Map(action.entries) }));
  const byTarget = sameTexts(actions);
  const index = new TextIndex(byTarget.keys());
  const shared = new Map<TextAction, TextAction[]>();
  for (const [target, places] of byTarget) {
    const entry = oneEntry(places.map(({ entry: own }) => own));
    const [first] = places;
    if (!entry || !first || places.length < 2) continue;
    if (index.select(contract, target)?.length !== places.length) continue;
    for (const { action } of places) action.entries.delete(entry.key);
    const own: TextAction = {
      origin: undefined,
      target,
      parent: undefined,
      entries: new Map([[entry.key, entry]]),
    };
    shared.set(first.action, [...(shared.get(first.action) ?? []), own]);
  }
  const isEmpty = ({ entries }: TextAction) => entries.size === 0;
  return {
    ...planned,
    actions: actions.flatMap((action) => [
      ...(isEmpty(action) ? [] : [action]),
      ...(shared.get(action) ?? []),
    ]),
    dropped: [
      ...planned.dropped,
      ...actions.filter(isEmpty).flatMap(({ origin }) => (origin ? [origin] : [])),
    ],
  };
}

/** The entries with the same text, by the target that selects all of them. */
function sameTexts(actions: readonly TextAction[]): Map<string, { action: TextAction; entry: Entry }[]> {
  const byTarget = new Map<string, { action: TextAction; entry: Entry }[]>();
  for (const action of actions) {
    if (action.origin?.has(SUPPRESS)) continue;
    for (const entry of action.entries.values()) {
      if (entry.key === null || entry.source === undefined || entry.stale !== undefined) continue;
      const target = textTarget({ key: entry.key, text: entry.source });
      const same = byTarget.get(target);
      if (same) same.push({ action, entry });
      else byTarget.set(target, [{ action, entry }]);
    }
  }
  return byTarget;
}

/** The one translation of several entries; undefined if there are two. */
function oneEntry(entries: readonly Entry[]): Entry | undefined {
  const translated = entries.filter(({ translation }) => translation !== undefined);
  const ways = new Set(translated.map(({ translation }) => translation));
  return ways.size > 1 ? undefined : (translated[0] ?? entries[0]);
}

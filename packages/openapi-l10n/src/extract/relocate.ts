import { type JsonObject, toPointer } from '../json.ts';
import { targetOf } from '../openapi/target.ts';
import type { Group, TextAction } from './actions.ts';
import { textKey } from './unplaced.ts';

/**
 * Relocates actions whose target is gone to objects without an action that have the same texts, because they were renamed
 * or moved. Among several, the one with the most similar target is chosen.
 *
 * @param byParent the actions by the pointer of their object; relocated ones are added
 * @returns the relocated actions
 */
export function relocate(
  contract: JsonObject,
  groups: readonly Group[],
  actions: readonly TextAction[],
  byParent: Map<string, TextAction>,
): Set<TextAction> {
  const relocated = new Set<TextAction>();
  if (actions.length === 0) return relocated;
  const byText = new Map<string, Group[]>();
  for (const group of groups) {
    if (byParent.has(toPointer(group.parent))) continue;
    for (const [key, text] of group.texts) {
      const name = textKey(key, text.value);
      const own = byText.get(name);
      if (own) own.push(group);
      else byText.set(name, [group]);
    }
  }
  for (const action of actions) {
    const entries = [...action.entries.values()];
    const [first] = entries;
    if (!first?.source || !entries.some((entry) => entry.translation !== undefined)) continue;
    const fits = (byText.get(textKey(first.key, first.source)) ?? [])
      .filter((group) => !byParent.has(toPointer(group.parent)))
      .filter((group) => entries.every((entry) => group.texts.get(entry.key)?.value === entry.source))
      .map((group) => ({ group, target: targetOf(contract, group.parent) }))
      .toSorted((a, b) => likeness(b.target, action.target) - likeness(a.target, action.target));
    const [best] = fits;
    if (!best) continue;
    const { parent } = best.group;
    byParent.set(toPointer(parent), {
      ...action,
      target: best.target,
      parent,
      entries: new Map(action.entries),
    });
    relocated.add(action);
  }
  return relocated;
}

/** The length of the common suffix of two targets. */
function likeness(a: string, b: string): number {
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return head + tail;
}

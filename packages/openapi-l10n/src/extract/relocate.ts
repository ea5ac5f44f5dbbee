import { type JsonObject, toPointer } from '../json.ts';
import { targetOf } from '../openapi/target.ts';
import type { Group, TextAction } from './actions.ts';
import { textKey } from './unplaced.ts';

/**
 * Gives whole actions without a place to objects without a action that hold the same texts: an object that was renamed
 * or moved. Among several such objects the one with the likest target is chosen.
 *
 * @param byParent the actions by the pointer of their object; adopted ones are added
 * @returns the actions that found a place
 */
export function relocate(
  contract: JsonObject,
  groups: readonly Group[],
  actions: readonly TextAction[],
  byParent: Map<string, TextAction>,
): Set<TextAction> {
  const adopted = new Set<TextAction>();
  if (actions.length === 0) return adopted;
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
    adopted.add(action);
  }
  return adopted;
}

/** How much two targets have in common at their ends. */
function likeness(a: string, b: string): number {
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return head + tail;
}

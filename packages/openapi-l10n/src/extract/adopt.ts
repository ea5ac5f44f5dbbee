import { type JsonObject, toPointer } from '../json.ts';
import { targetOf } from '../openapi/target.ts';
import type { Group, Sheet } from './book.ts';
import { textKey } from './loose.ts';

/**
 * Gives whole sheets without a place to objects without a sheet that hold the same texts: an object that was renamed
 * or moved. Among several such objects the one with the likest target is chosen.
 *
 * @param byParent the sheets by the pointer of their object; adopted ones are added
 * @returns the sheets that found a place
 */
export function adopt(
  contract: JsonObject,
  groups: readonly Group[],
  sheets: readonly Sheet[],
  byParent: Map<string, Sheet>,
): Set<Sheet> {
  const adopted = new Set<Sheet>();
  if (sheets.length === 0) return adopted;
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
  for (const sheet of sheets) {
    const entries = [...sheet.entries.values()];
    const [first] = entries;
    if (!first?.source || !entries.some((entry) => entry.translation !== undefined)) continue;
    const fits = (byText.get(textKey(first.key, first.source)) ?? [])
      .filter((group) => !byParent.has(toPointer(group.parent)))
      .filter((group) => entries.every((entry) => group.texts.get(entry.key)?.value === entry.source))
      .map((group) => ({ group, target: targetOf(contract, group.parent) }))
      .toSorted((a, b) => likeness(b.target, sheet.target) - likeness(a.target, sheet.target));
    const [best] = fits;
    if (!best) continue;
    const { parent } = best.group;
    byParent.set(toPointer(parent), {
      ...sheet,
      target: best.target,
      parent,
      entries: new Map(sheet.entries),
    });
    adopted.add(sheet);
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

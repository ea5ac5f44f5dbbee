import type { YAMLMap } from 'yaml';
import { type JsonObject, toPointer } from '../json.ts';
import { targetOf } from '../openapi/target.ts';
import type { Text } from '../openapi/texts.ts';
import { pointerOf } from '../overlay/translations.ts';
import { adopt } from './adopt.ts';
import type { Entry, Group, Sheet } from './book.ts';
import { LooseEntries, looseEntries, regroup } from './loose.ts';
import { OpenPlaces, type Place } from './open-places.ts';

/** What `extract` did, in numbers of texts. */
export interface ExtractCounts {
  /** Texts of the contract. */
  texts: number;
  added: number;
  changed: number;
  moved: number;
  removed: number;
  restored: number;
}

/** The overlay as it shall be. */
export interface Plan {
  /** Sheets in the contract's order; those of an action keep its place in the overlay. */
  sheets: Sheet[];
  /** The nodes of actions that no sheet is left of. */
  dropped: YAMLMap[];
  /** Sheets set aside, older ones first. */
  removed: Sheet[];
  counts: ExtractCounts;
}

/** The counts before anything is done. */
export const noCounts = (): ExtractCounts => ({
  texts: 0,
  added: 0,
  changed: 0,
  moved: 0,
  removed: 0,
  restored: 0,
});

/**
 * Brings an overlay up to the contract. A translation follows its text: the whole action when its target is gone
 * and its texts stand elsewhere, a single text when a list was reordered. What finds no text is set aside.
 *
 * @param covered the pointers of texts that other actions of the overlay translate, of a form that is not a sheet
 */
export function plan(
  contract: JsonObject,
  groups: readonly Group[],
  sheets: readonly Sheet[],
  setAside: readonly Sheet[],
  covered: ReadonlySet<string>,
): Plan {
  const counts = noCounts();
  const byParent = new Map<string, Sheet>();
  for (const sheet of sheets) {
    if (sheet.parent) byParent.set(toPointer(sheet.parent), { ...sheet, entries: new Map(sheet.entries) });
  }
  const homeless = sheets.filter((sheet) => !sheet.parent);
  const moved = adopt(contract, groups, homeless, byParent);
  const restored = adopt(contract, groups, setAside, byParent);
  counts.moved += sizeOf(moved);
  counts.restored += sizeOf(restored);

  const places: Place[] = groups.flatMap((group) =>
    [...group.texts].map(([key, text]) => ({ group, key, text, own: ownEntry(group, key, byParent) })),
  );
  const loose = looseEntries(
    groups,
    byParent,
    homeless.filter((sheet) => !moved.has(sheet)),
  );
  const aside = new LooseEntries(setAside.filter((sheet) => !restored.has(sheet)));
  const settled = settle(places, loose, aside, covered, counts);

  const removed = regroup(loose.all().filter(({ entry }) => entry.translation !== undefined));
  counts.removed = sizeOf(removed);
  const planned = toSheets(contract, groups, byParent, settled);
  const kept = new Set(planned.map(({ origin }) => origin));
  return {
    sheets: planned,
    dropped: sheets.flatMap(({ origin }) => (origin && !kept.has(origin) ? [origin] : [])),
    removed: [...regroup(aside.all()), ...removed],
    counts,
  };
}

const ownEntry = (group: Group, key: string | null, byParent: ReadonlyMap<string, Sheet>) =>
  byParent.get(toPointer(group.parent))?.entries.get(key);

const sizeOf = (sheets: Iterable<Sheet>) => [...sheets].reduce((sum, { entries }) => sum + entries.size, 0);

/**
 * Finds the entry of each text. Texts that stand somewhere word for word come first, so that an entry which only
 * moved is never taken for a changed one.
 */
function settle(
  places: readonly Place[],
  loose: LooseEntries,
  aside: LooseEntries,
  covered: ReadonlySet<string>,
  counts: ExtractCounts,
): Map<Text, Entry> {
  const settled = new Map<Text, Entry>();
  const open = new OpenPlaces();
  for (const place of places) {
    const { own, text } = place;
    counts.texts++;
    if (!own && covered.has(pointerOf(text))) continue;
    if (own && own.source === text.value) settled.set(text, own);
    else if (own?.translation !== undefined && own.source === undefined) {
      settled.set(text, { ...own, source: text.value });
    } else open.add(place);
  }
  for (const place of open.all()) {
    const { key, text, group } = place;
    if (settled.has(text)) continue;
    const moved = loose.take(key, text.value, group.parent);
    const restored = moved ? undefined : aside.take(key, text.value, group.parent);
    let found = moved ?? restored;
    if (moved) counts.moved++;
    if (restored) counts.restored++;
    // The entry that stood here is free now, and may be the very one that another text waits for; and so on.
    for (let at: Place | undefined = place; at && found; ) {
      settled.set(at.text, beside(found, at.text.value));
      found = at.own && loose.has(at.own) ? at.own : undefined;
      at = found && open.waiting(found, settled);
      if (found && at) {
        loose.delete(found);
        counts.moved++;
      }
    }
  }
  for (const { own, text, key } of open.all()) {
    if (settled.has(text)) continue;
    if (own && loose.has(own)) {
      loose.delete(own);
      counts.changed++;
      settled.set(text, beside(own, text.value));
    } else {
      counts.added++;
      settled.set(text, { key, translation: undefined, source: text.value, stale: undefined });
    }
  }
  return settled;
}

/** An entry beside a text: stale, unless the translation was made from this very wording. */
function beside(entry: Entry, value: string): Entry {
  const madeFrom = entry.translation === undefined ? undefined : (entry.stale ?? entry.source);
  return { ...entry, source: value, stale: madeFrom === value ? undefined : madeFrom };
}

function toSheets(
  contract: JsonObject,
  groups: readonly Group[],
  byParent: ReadonlyMap<string, Sheet>,
  settled: ReadonlyMap<Text, Entry>,
): Sheet[] {
  return groups.flatMap((group) => {
    const entries = new Map<string | null, Entry>();
    for (const [key, text] of group.texts) {
      const entry = settled.get(text);
      if (entry) entries.set(key, entry);
    }
    if (entries.size === 0) return [];
    const sheet = byParent.get(toPointer(group.parent));
    const target = sheet?.target ?? targetOf(contract, group.parent);
    return [{ origin: sheet?.origin, target, parent: group.parent, entries }];
  });
}

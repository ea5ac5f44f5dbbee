import type { YAMLMap } from 'yaml';
import { type JsonObject, toPointer } from '../json.ts';
import { targetOf } from '../openapi/target.ts';
import type { Text } from '../openapi/texts.ts';
import type { Entry, Group, TextAction } from './actions.ts';
import { OpenPlaces, type Place } from './open-places.ts';
import { relocate } from './relocate.ts';
import { regroup, UnplacedEntries, unplacedEntries } from './unplaced.ts';

/** What `extract` did, in numbers of texts. */
export interface ExtractCounts {
  /** Texts of the contract. */
  texts: number;
  added: number;
  changed: number;
  moved: number;
  removed: number;
  restored: number;
  /** Translations taken from the memory. */
  reused: number;
}

/** The updated overlay. */
export interface Plan {
  /** Actions in the order of the contract; existing ones keep their place in the overlay. */
  actions: TextAction[];
  /** The nodes of actions without any text left. */
  dropped: YAMLMap[];
  /** Removed actions, older ones first. */
  removed: TextAction[];
  counts: ExtractCounts;
}

/** The initial counts. */
export const noCounts = (): ExtractCounts => ({
  texts: 0,
  added: 0,
  changed: 0,
  moved: 0,
  removed: 0,
  restored: 0,
  reused: 0,
});

/**
 * Updates an overlay to the contract. A translation follows its text: the whole action if the target is gone and
 * its texts are elsewhere, a single text if a list was reordered. Translations whose text is gone are kept as removed.
 *
 * @param covered the pointers of texts that are translated by actions of another form
 */
export function plan(
  contract: JsonObject,
  groups: readonly Group[],
  actions: readonly TextAction[],
  removedBefore: readonly TextAction[],
  covered: ReadonlySet<string>,
  memory: ReadonlyMap<string, string> = new Map(),
): Plan {
  const counts = noCounts();
  const byParent = new Map<string, TextAction>();
  for (const action of actions) {
    if (action.parent)
      byParent.set(toPointer(action.parent), { ...action, entries: new Map(action.entries) });
  }
  const orphaned = actions.filter((action) => !action.parent);
  const moved = relocate(contract, groups, orphaned, byParent);
  const restored = relocate(contract, groups, removedBefore, byParent);
  counts.moved += sizeOf(moved);
  counts.restored += sizeOf(restored);

  const places: Place[] = groups.flatMap((group) =>
    [...group.texts].map(([key, text]) => ({ group, key, text, own: ownEntry(group, key, byParent) })),
  );
  const unplaced = unplacedEntries(
    groups,
    byParent,
    orphaned.filter((action) => !moved.has(action)),
  );
  const stillRemoved = new UnplacedEntries(removedBefore.filter((action) => !restored.has(action)));
  const reconciled = reconcile(places, unplaced, stillRemoved, covered, counts);

  const removed = regroup(unplaced.all().filter(({ entry }) => entry.translation !== undefined));
  counts.removed = sizeOf(removed);
  counts.reused = reuse(reconciled, memory);
  const planned = toActions(contract, groups, byParent, reconciled);
  const kept = new Set(planned.map(({ origin }) => origin));
  return {
    actions: planned,
    dropped: actions.flatMap(({ origin }) => (origin && !kept.has(origin) ? [origin] : [])),
    removed: [...regroup(stillRemoved.all()), ...removed],
    counts,
  };
}

const ownEntry = (group: Group, key: string | null, byParent: ReadonlyMap<string, TextAction>) =>
  byParent.get(toPointer(group.parent))?.entries.get(key);

const sizeOf = (actions: Iterable<TextAction>) =>
  [...actions].reduce((sum, { entries }) => sum + entries.size, 0);

/**
 * Finds the entry of each text. Exact matches come first, so that an entry that has only moved is never taken
 * for a changed one.
 */
function reconcile(
  places: readonly Place[],
  unplaced: UnplacedEntries,
  stillRemoved: UnplacedEntries,
  covered: ReadonlySet<string>,
  counts: ExtractCounts,
): Map<Text, Entry> {
  const reconciled = new Map<Text, Entry>();
  const open = new OpenPlaces();
  for (const place of places) {
    const { own, text } = place;
    counts.texts++;
    if (!own && covered.has(text.pointer)) continue;
    if (own && own.source === text.value) reconciled.set(text, own);
    else if (own?.translation !== undefined && own.source === undefined) {
      reconciled.set(text, { ...own, source: text.value });
    } else open.add(place);
  }
  for (const place of open.all()) {
    const { key, text, group } = place;
    if (reconciled.has(text)) continue;
    const moved = unplaced.take(key, text.value, group.parent);
    const restored = moved ? undefined : stillRemoved.take(key, text.value, group.parent);
    let found = moved ?? restored;
    if (moved) counts.moved++;
    if (restored) counts.restored++;
    // This frees the previous entry, which may be the match of another text, and so on.
    for (let at: Place | undefined = place; at && found; ) {
      reconciled.set(at.text, entryOf(found, at.text.value));
      found = at.own && unplaced.has(at.own) ? at.own : undefined;
      at = found && open.waiting(found, reconciled);
      if (found && at) {
        unplaced.delete(found);
        counts.moved++;
      }
    }
  }
  for (const { own, text, key } of open.all()) {
    if (reconciled.has(text)) continue;
    if (own && unplaced.has(own)) {
      unplaced.delete(own);
      counts.changed++;
      reconciled.set(text, entryOf(own, text.value));
    } else {
      counts.added++;
      reconciled.set(text, {
        key,
        translation: undefined,
        source: text.value,
        stale: undefined,
        review: undefined,
      });
    }
  }
  return reconciled;
}

/** An entry for a text: stale unless the text is exactly the source of the translation. */
function entryOf(entry: Entry, value: string): Entry {
  const madeFrom = entry.translation === undefined ? undefined : (entry.stale ?? entry.source);
  return { ...entry, source: value, stale: madeFrom === value ? undefined : madeFrom };
}

/** Fills missing translations from the memory. */
function reuse(reconciled: Map<Text, Entry>, memory: ReadonlyMap<string, string>): number {
  let reused = 0;
  for (const [text, entry] of reconciled) {
    const translation = entry.translation === undefined ? memory.get(text.value) : undefined;
    if (translation === undefined) continue;
    reconciled.set(text, { ...entry, translation });
    reused++;
  }
  return reused;
}

function toActions(
  contract: JsonObject,
  groups: readonly Group[],
  byParent: ReadonlyMap<string, TextAction>,
  reconciled: ReadonlyMap<Text, Entry>,
): TextAction[] {
  return groups.flatMap((group) => {
    const entries = new Map<string | null, Entry>();
    for (const [key, text] of group.texts) {
      const entry = reconciled.get(text);
      if (entry) entries.set(key, entry);
    }
    if (entries.size === 0) return [];
    const action = byParent.get(toPointer(group.parent));
    const target = action?.target ?? targetOf(contract, group.parent);
    return [{ origin: action?.origin, target, parent: group.parent, entries }];
  });
}

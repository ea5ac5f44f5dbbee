import { type JsonObject, type Path, toPointer } from '../json.ts';
import { targetOf } from '../openapi/target.ts';
import { pointerOf } from '../overlay/translations.ts';
import type { Entry, Group, Sheet } from './book.ts';

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
  /** Sheets in the contract's order; those with an action keep their place in the overlay. */
  sheets: Sheet[];
  /** Actions of the overlay that nothing is left of. */
  dropped: number[];
  /** Sheets set aside, older ones first. */
  removed: Sheet[];
  counts: ExtractCounts;
}

interface Loose {
  entry: Entry;
  sheet: Sheet;
  /** Where the entry pointed to; undefined when its target selects nothing. */
  path: Path | undefined;
}

/**
 * Brings an overlay up to the contract. A translation follows its text: the whole action when its target is gone
 * and its texts stand elsewhere, a single text when a list was reordered. What finds no text is set aside.
 */
export function plan(
  contract: JsonObject,
  groups: readonly Group[],
  sheets: readonly Sheet[],
  setAside: readonly Sheet[],
  covered: ReadonlySet<string>,
): Plan {
  const counts: ExtractCounts = { texts: 0, added: 0, changed: 0, moved: 0, removed: 0, restored: 0 };
  const byParent = new Map<string, Sheet>();
  for (const sheet of sheets) if (sheet.parent) byParent.set(toPointer(sheet.parent), copy(sheet));

  const homeless = sheets.filter((sheet) => !sheet.parent);
  const free = groups.filter((group) => !byParent.has(toPointer(group.parent)));
  const adopted = adopt(free, homeless, contract, byParent, counts, 'moved');
  const left = setAside.filter(
    (sheet) => !adopt(free, [sheet], contract, byParent, counts, 'restored').has(sheet),
  );

  const loose = looseEntries(groups, byParent, homeless, adopted);
  const aside: Loose[] = left.flatMap((sheet) =>
    [...sheet.entries.values()].map((entry) => ({ entry, sheet, path: undefined })),
  );
  const result: Sheet[] = [];
  for (const group of groups) {
    const pointer = toPointer(group.parent);
    const sheet = byParent.get(pointer);
    const entries = new Map<string | null, Entry>();
    for (const [key, text] of group.texts) {
      counts.texts++;
      const own = sheet?.entries.get(key);
      if (!own?.translation && covered.has(pointerOf(text)) && !own) continue;
      entries.set(key, settle(own, key, text.value, group.parent, loose, aside, counts));
    }
    if (entries.size === 0) continue;
    result.push({
      action: sheet?.action,
      target: sheet?.target ?? targetOf(contract, group.parent),
      parent: group.parent,
      entries,
    });
  }

  const kept = new Set(result.map((sheet) => sheet.action));
  const removed = regroup(loose.all().filter(({ entry }) => entry.translation !== undefined));
  counts.removed = removed.reduce((sum, sheet) => sum + sheet.entries.size, 0);
  return {
    sheets: result,
    dropped: sheets.flatMap(({ action }) => (action !== undefined && !kept.has(action) ? [action] : [])),
    removed: [...regroup(aside), ...removed],
    counts,
  };
}

/** The entry of one text: its own, one that moved here, or a new one. */
function settle(
  own: Entry | undefined,
  key: string | null,
  value: string,
  parent: Path,
  loose: LooseEntries,
  aside: Loose[],
  counts: ExtractCounts,
): Entry {
  if (own && own.source === value) return own;
  if (own?.translation !== undefined && own.source === undefined) return { ...own, source: value };
  const moved = loose.take(key, value, parent);
  if (moved) {
    counts.moved++;
    return { ...moved, key, source: value };
  }
  if (own && loose.has(own)) {
    loose.delete(own);
    counts.changed++;
    if (own.translation === undefined) return { ...own, source: value, stale: undefined };
    const old = own.stale ?? own.source;
    return { ...own, source: value, stale: old === value ? undefined : old };
  }
  const back = aside.findIndex(({ entry }) => entry.key === key && entry.source === value);
  const [restored] = back < 0 ? [] : aside.splice(back, 1);
  if (restored) {
    counts.restored++;
    return restored.entry;
  }
  counts.added++;
  return { key, translation: undefined, source: value, stale: undefined };
}

/** Gives whole sheets without a place to groups without a sheet that hold the same texts. */
function adopt(
  free: Group[],
  sheets: readonly Sheet[],
  contract: JsonObject,
  byParent: Map<string, Sheet>,
  counts: ExtractCounts,
  count: 'moved' | 'restored',
): Set<Sheet> {
  const adopted = new Set<Sheet>();
  const byText = new Map<string, Group[]>();
  if (sheets.length === 0) return adopted;
  for (const group of free) {
    for (const [key, text] of group.texts) {
      const name = textKey(key, text.value);
      byText.set(name, [...(byText.get(name) ?? []), group]);
    }
  }
  for (const sheet of sheets) {
    const entries = [...sheet.entries.values()];
    const [first] = entries;
    if (!first?.source || !entries.some((entry) => entry.translation !== undefined)) continue;
    const fits = (byText.get(textKey(first.key, first.source)) ?? [])
      .filter((group) => !byParent.has(toPointer(group.parent)))
      .map((group) => ({ group, target: targetOf(contract, group.parent) }))
      .filter(({ group }) => entries.every((entry) => group.texts.get(entry.key)?.value === entry.source))
      .toSorted((a, b) => likeness(b.target, sheet.target) - likeness(a.target, sheet.target));
    const [best] = fits;
    if (!best) continue;
    byParent.set(toPointer(best.group.parent), {
      ...copy(sheet),
      target: best.target,
      parent: best.group.parent,
    });
    counts[count] += entries.length;
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

const textKey = (key: string | null, value: string) => `${key}\u0000${value}`;
const copy = (sheet: Sheet): Sheet => ({ ...sheet, entries: new Map(sheet.entries) });

/** Entries whose remembered source is not the text that stands at their place. */
class LooseEntries {
  readonly #all = new Map<Entry, Loose>();
  readonly #byText = new Map<string, Loose[]>();

  add(loose: Loose): void {
    this.#all.set(loose.entry, loose);
    const { key, source } = loose.entry;
    if (source === undefined) return;
    const name = textKey(key, source);
    this.#byText.set(name, [...(this.#byText.get(name) ?? []), loose]);
  }

  has(entry: Entry): boolean {
    return this.#all.has(entry);
  }

  delete(entry: Entry): void {
    this.#all.delete(entry);
  }

  all(): Loose[] {
    return [...this.#all.values()];
  }

  /** An entry for this very text: from a target that is gone, or from another index of the same list. */
  take(key: string | null, value: string, parent: Path): Entry | undefined {
    const found = (this.#byText.get(textKey(key, value)) ?? []).find(
      ({ entry, path }) => this.#all.has(entry) && (!path || sameButIndices(path, parent)),
    );
    if (found) this.delete(found.entry);
    return found?.entry;
  }
}

function looseEntries(
  groups: readonly Group[],
  byParent: ReadonlyMap<string, Sheet>,
  homeless: readonly Sheet[],
  adopted: ReadonlySet<Sheet>,
): LooseEntries {
  const loose = new LooseEntries();
  for (const sheet of homeless) {
    if (adopted.has(sheet)) continue;
    for (const entry of sheet.entries.values()) loose.add({ entry, sheet, path: undefined });
  }
  const textsOf = new Map(groups.map((group) => [toPointer(group.parent), group.texts]));
  for (const [pointer, sheet] of byParent) {
    for (const [key, entry] of sheet.entries) {
      const text = textsOf.get(pointer)?.get(key);
      if (!text && entry.source === undefined) continue; // not a text, never was: left to the rule text-only
      if (text && (entry.source === text.value || entry.source === undefined)) continue;
      loose.add({ entry, sheet, path: text ? sheet.parent : undefined });
    }
  }
  return loose;
}

function sameButIndices(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index] || typeof step === 'number');
}

/** Entries back into sheets, one for each target. */
function regroup(loose: readonly Loose[]): Sheet[] {
  const sheets = new Map<Sheet, Sheet>();
  for (const { entry, sheet } of loose) {
    const own = sheets.get(sheet) ?? { ...sheet, action: undefined, entries: new Map() };
    own.entries.set(entry.key, entry);
    sheets.set(sheet, own);
  }
  return [...sheets.values()];
}

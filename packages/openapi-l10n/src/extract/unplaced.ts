import { type Path, toPointer } from '../json.ts';
import type { Entry, Group, TextAction } from './actions.ts';

/** An entry that no longer matches its place. */
export interface Unplaced {
  entry: Entry;
  action: TextAction;
  /** Where the entry pointed; undefined when its target selects nothing. */
  path: Path | undefined;
}

/** A text with the name of its member, so that a `description` never becomes a `summary`. */
export const textKey = (key: string | null, value: string) => `${key}\u0000${value}`;

/** Entries whose stored source is not the text at their place. */
export class UnplacedEntries {
  readonly #all = new Map<Entry, Unplaced>();
  readonly #byText = new Map<string, Unplaced[]>();

  /** @param orphaned actions whose target selects nothing */
  constructor(orphaned: readonly TextAction[]) {
    for (const action of orphaned) {
      for (const entry of action.entries.values()) this.add({ entry, action, path: undefined });
    }
  }

  add(unplaced: Unplaced): void {
    this.#all.set(unplaced.entry, unplaced);
    const { key, source, stale, translation } = unplaced.entry;
    if (translation === undefined) return; // nothing to relocate
    for (const text of [stale, source]) {
      if (text === undefined) continue;
      const name = textKey(key, text);
      const own = this.#byText.get(name);
      if (own) own.push(unplaced);
      else this.#byText.set(name, [unplaced]);
    }
  }

  has(entry: Entry): boolean {
    return this.#all.has(entry);
  }

  delete(entry: Entry): void {
    this.#all.delete(entry);
  }

  all(): Unplaced[] {
    return [...this.#all.values()];
  }

  /** A translation of exactly this text: from another index of the same list, or from a target that is gone. */
  take(key: string | null, value: string, parent: Path): Entry | undefined {
    const all = (this.#byText.get(textKey(key, value)) ?? []).filter(({ entry }) => this.#all.has(entry));
    const found =
      all.find(({ path }) => path && sameButIndices(path, parent)) ?? all.find(({ path }) => !path);
    if (found) this.delete(found.entry);
    return found?.entry;
  }
}

/** The entries that have lost their text: their target is gone, or their place has another text now. */
export function unplacedEntries(
  groups: readonly Group[],
  byParent: ReadonlyMap<string, TextAction>,
  orphaned: readonly TextAction[],
): UnplacedEntries {
  const unplaced = new UnplacedEntries(orphaned);
  const textsOf = new Map(groups.map((group) => [toPointer(group.parent), group.texts]));
  for (const [pointer, action] of byParent) {
    for (const [key, entry] of action.entries) {
      const text = textsOf.get(pointer)?.get(key);
      if (!text && entry.source === undefined) continue; // not a text: left to the rule text-only
      if (text && (entry.source === text.value || entry.source === undefined)) continue;
      unplaced.add({ entry, action, path: text ? action.parent : undefined });
    }
  }
  return unplaced;
}

function sameButIndices(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index] || typeof step === 'number');
}

/** Groups entries into actions, one per target. */
export function regroup(unplaced: readonly Unplaced[]): TextAction[] {
  const actions = new Map<TextAction, TextAction>();
  for (const { entry, action } of unplaced) {
    const own = actions.get(action) ?? { ...action, entries: new Map() };
    own.entries.set(entry.key, entry);
    actions.set(action, own);
  }
  return [...actions.values()];
}

import { type Path, toPointer } from '../json.ts';
import type { Entry, Group, Sheet } from './book.ts';

/** An entry that is not at its place any more. */
export interface Loose {
  entry: Entry;
  sheet: Sheet;
  /** Where the entry pointed to; undefined when its target selects nothing. */
  path: Path | undefined;
}

/** A text under the name of its member: `description` of one object never becomes the `summary` of another. */
export const textKey = (key: string | null, value: string) => `${key}\u0000${value}`;

/** Entries whose remembered source is not the text that stands at their place. */
export class LooseEntries {
  readonly #all = new Map<Entry, Loose>();
  readonly #byText = new Map<string, Loose[]>();

  /** @param homeless sheets whose target selects nothing */
  constructor(homeless: readonly Sheet[]) {
    for (const sheet of homeless) {
      for (const entry of sheet.entries.values()) this.add({ entry, sheet, path: undefined });
    }
  }

  add(loose: Loose): void {
    this.#all.set(loose.entry, loose);
    const { key, source, stale, translation } = loose.entry;
    if (translation === undefined) return; // nothing that could follow a text
    for (const text of [stale, source]) {
      if (text === undefined) continue;
      const name = textKey(key, text);
      const own = this.#byText.get(name);
      if (own) own.push(loose);
      else this.#byText.set(name, [loose]);
    }
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

  /** A translation of this very text: from another index of the same list, or from a target that is gone. */
  take(key: string | null, value: string, parent: Path): Entry | undefined {
    const all = (this.#byText.get(textKey(key, value)) ?? []).filter(({ entry }) => this.#all.has(entry));
    const found =
      all.find(({ path }) => path && sameButIndices(path, parent)) ?? all.find(({ path }) => !path);
    if (found) this.delete(found.entry);
    return found?.entry;
  }
}

/** The entries that have lost their text: of sheets without a place, and of places that hold another text now. */
export function looseEntries(
  groups: readonly Group[],
  byParent: ReadonlyMap<string, Sheet>,
  homeless: readonly Sheet[],
): LooseEntries {
  const loose = new LooseEntries(homeless);
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
export function regroup(loose: readonly Loose[]): Sheet[] {
  const sheets = new Map<Sheet, Sheet>();
  for (const { entry, sheet } of loose) {
    const own = sheets.get(sheet) ?? { ...sheet, entries: new Map() };
    own.entries.set(entry.key, entry);
    sheets.set(sheet, own);
  }
  return [...sheets.values()];
}

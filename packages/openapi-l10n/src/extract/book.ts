import { isObject, type JsonObject, type Path, toPointer } from '../json.ts';
import type { Text } from '../openapi/texts.ts';
import { type Overlay, SOURCE, STALE } from '../overlay/read.ts';
import type { Reading } from '../overlay/translations.ts';

/** What an overlay knows of one text. */
export interface Entry {
  /** The member that is translated, or null when the action's target is the text itself. */
  key: string | null;
  translation: string | undefined;
  source: string | undefined;
  stale: string | undefined;
}

/** An action in the form that `extract` writes: one object of the contract, one member a text. */
export interface Sheet {
  /** The index of the action in the overlay; undefined for a new one. */
  action: number | undefined;
  target: string;
  /** The object (or the text itself) that the target selects; undefined when it selects nothing. */
  parent: Path | undefined;
  entries: Map<string | null, Entry>;
}

/** The texts of the contract that share a target. */
export interface Group {
  parent: Path;
  texts: Map<string | null, Text>;
}

/** Texts by the object that holds them, in the order of the contract. Items of a list of texts stand alone. */
export function groupTexts(texts: readonly Text[]): Group[] {
  const groups = new Map<string, Group>();
  for (const text of texts) {
    const alone = typeof text.key === 'number';
    const parent = alone ? [...text.parent, text.key] : text.parent;
    const pointer = toPointer(parent);
    const group = groups.get(pointer) ?? { parent, texts: new Map() };
    group.texts.set(alone ? null : String(text.key), text);
    groups.set(pointer, group);
  }
  return [...groups.values()];
}

/** The actions of an overlay that have the form of a sheet. Others are left to their author. */
export function readSheets(overlay: Overlay, reading: Reading): Sheet[] {
  const sheets: Sheet[] = [];
  for (const [index, action] of overlay.actions.entries()) {
    const paths = reading.selected[index] ?? [];
    if (paths.length > 1 || action['remove'] !== undefined || action['copy'] !== undefined) continue;
    const entries = readEntries(action);
    if (entries.size > 0) {
      sheets.push({ action: index, target: String(action['target']), parent: paths[0], entries });
    }
  }
  return sheets;
}

/** The entries of an action, or of one that was set aside. */
export function readEntries(action: JsonObject): Map<string | null, Entry> {
  const entries = new Map<string | null, Entry>();
  const fields = { translation: action['update'], source: action[SOURCE], stale: action[STALE] };
  for (const [field, value] of Object.entries(fields)) {
    const pairs: [string | null, unknown][] = isObject(value) ? Object.entries(value) : [[null, value]];
    for (const [key, text] of pairs) {
      if (typeof text !== 'string') continue;
      const entry = entries.get(key) ?? { key, translation: undefined, source: undefined, stale: undefined };
      entries.set(key, { ...entry, [field]: text });
    }
  }
  return entries;
}

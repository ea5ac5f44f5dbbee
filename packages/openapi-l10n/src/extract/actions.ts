import { type Document, isMap, isSeq, type YAMLMap } from 'yaml';
import { isObject, type JsonObject, type Path, toPointer } from '../json.ts';
import type { Text } from '../openapi/texts.ts';
import { type Overlay, REMOVED, REVIEW, SOURCE, STALE } from '../overlay/read.ts';
import { parseTextTarget } from '../overlay/text-target.ts';
import type { Reading } from '../overlay/translations.ts';

/** The entry of one text in an overlay. */
export interface Entry {
  /** The member that is translated, or null when the action's target is the text itself. */
  key: string | null;
  translation: string | undefined;
  source: string | undefined;
  stale: string | undefined;
  /** Who wrote the translation, if it has not been reviewed. */
  review: string | undefined;
}

/** An action in the form that `extract` writes: one object of the contract, with one member per text. */
export interface TextAction {
  /** The action, or the removed one, in the overlay's YAML; undefined for a new one. */
  origin: YAMLMap | undefined;
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

/** Texts grouped by the object that contains them, in the order of the contract. Items of a list of texts are separate. */
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

/** The actions of an overlay that have the form of a text action, by index. All others are left unchanged. */
export function readActions(overlay: Overlay, reading: Reading): Map<number, TextAction> {
  const actions = new Map<number, TextAction>();
  const nodes = mapsOf(overlay.source.yaml(), 'actions');
  for (const [index, action] of overlay.actions.entries()) {
    const paths = reading.selected[index] ?? [];
    if (paths.length > 1 || action['remove'] !== undefined || action['copy'] !== undefined) continue;
    const target = String(action['target']);
    if (paths.length === 1 && parseTextTarget(target)) continue;
    const entries = readEntries(action);
    if (entries.size > 0) {
      actions.set(index, { origin: nodes[index], target, parent: paths[0], entries });
    }
  }
  return actions;
}

/** An action for every place that has one text. */
interface SharedAction extends TextAction {
  places: readonly Path[];
}

/** The actions that translate a text wherever it is, as `extract` writes them with `distinct`. */
export function readShared(overlay: Overlay, reading: Reading): SharedAction[] {
  const nodes = mapsOf(overlay.source.yaml(), 'actions');
  return overlay.actions.flatMap((action, index) => {
    const target = String(action['target']);
    const places = reading.selected[index] ?? [];
    return places.length > 0 && parseTextTarget(target)
      ? [{ origin: nodes[index], target, parent: undefined, entries: readEntries(action), places }]
      : [];
  });
}

/** The removed actions, kept under `x-l10n-removed`. */
export function readRemoved(overlay: Overlay): TextAction[] {
  const list = overlay.root[REMOVED];
  const nodes = mapsOf(overlay.source.yaml(), REMOVED);
  if (!Array.isArray(list)) return [];
  return list.flatMap((item, index) =>
    isObject(item)
      ? [
          {
            origin: nodes[index],
            target: String(item['target'] ?? ''),
            parent: undefined,
            entries: readEntries(item),
          },
        ]
      : [],
  );
}

function mapsOf(document: Document, key: string): (YAMLMap | undefined)[] {
  const seq = document.get(key);
  return isSeq(seq) ? seq.items.map((item) => (isMap(item) ? item : undefined)) : [];
}

/** The entries of an action or a removed action. */
function readEntries(action: JsonObject): Map<string | null, Entry> {
  const entries = new Map<string | null, Entry>();
  const fields = {
    translation: action['update'],
    source: action[SOURCE],
    stale: action[STALE],
    review: action[REVIEW],
  };
  for (const [field, value] of Object.entries(fields)) {
    const pairs: [string | null, unknown][] = isObject(value) ? Object.entries(value) : [[null, value]];
    for (const [key, text] of pairs) {
      if (typeof text !== 'string') continue;
      const entry = entries.get(key) ?? {
        key,
        translation: undefined,
        source: undefined,
        stale: undefined,
        review: undefined,
      };
      entries.set(key, { ...entry, [field]: text });
    }
  }
  return entries;
}

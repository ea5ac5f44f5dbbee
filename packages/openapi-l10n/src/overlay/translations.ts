import { isObject, type JsonObject, type Path, toPointer, valueAt } from '../json.ts';
import type { Text } from '../openapi/texts.ts';
import { leaves, type Overlay, REVIEW, SOURCE, STALE } from './read.ts';
import { select } from './select.ts';
import { TextIndex } from './text-target.ts';

/** A translation of one text of the contract, as found in the overlay. */
export interface Translation {
  text: Text;
  /** The index of the action in the overlay. */
  action: number;
  /** The path from the action's `update` to the translation; empty when the update is the translation. */
  key: Path;
  value: string;
  /** The text that was translated, as stored in the overlay. */
  source: string | undefined;
  /** The older text that was translated, if `extract` has marked the translation as stale. */
  stale: string | undefined;
  /** Who wrote the translation, if it has not been reviewed: `machine`. */
  review: string | undefined;
}

/** Something that an action does other than translate. */
export interface Intrusion {
  action: number;
  /** Where in the action: `update.paths…`, `remove`, `copy`. */
  at: Path;
  /** The part of the contract that is changed. */
  touches: Path;
  kind: 'update' | 'remove' | 'copy' | 'insert';
}

/** An overlay in relation to a contract. */
export interface Reading {
  /** By JSON pointer of the text. A later action wins, as when the overlay is applied. */
  translations: Map<string, Translation>;
  /** Actions whose target selects nothing. */
  orphans: number[];
  intrusions: Intrusion[];
  /** For each action, the places that its target selects. */
  selected: Path[][];
}

/** The label that renderers show for a tag, since operations refer to its name, which must not change. */
const isTagLabel = (path: Path) => path.length === 3 && path[0] === 'tags' && path[2] === 'x-displayName';

/** Matches each action of an overlay with the texts of a contract. */
export function readTranslations(contract: JsonObject, texts: readonly Text[], overlay: Overlay): Reading {
  const byPointer = new Map(texts.map((text) => [text.pointer, text]));
  const index = new TextIndex(overlay.actions.map((action) => String(action['target'])));
  const reading: Reading = { translations: new Map(), orphans: [], intrusions: [], selected: [] };
  for (const [number, action] of overlay.actions.entries()) {
    const target = String(action['target']);
    const place = () => overlay.source.locate(['actions', number, 'target']);
    const selected = index.select(contract, target) ?? select(contract, target, place);
    const paths = selected.map((node) => node.path);
    reading.selected.push(paths);
    if (paths.length === 0) reading.orphans.push(number);
    if (action['remove'] === true || typeof action['copy'] === 'string') {
      const kind = action['remove'] === true ? 'remove' : 'copy';
      for (const touches of paths) reading.intrusions.push({ action: number, at: [kind], touches, kind });
      continue;
    }
    for (const { path: key, value } of leaves(action['update'])) {
      for (const path of paths) {
        const full = [...path, ...key];
        const text = byPointer.get(toPointer(full));
        if (text && typeof value === 'string') {
          const source = valueAt(action[SOURCE], key);
          const stale = valueAt(action[STALE], key);
          const review = valueAt(action[REVIEW], key);
          reading.translations.set(text.pointer, {
            text,
            action: number,
            key,
            value,
            source: typeof source === 'string' ? source : undefined,
            stale: typeof stale === 'string' ? stale : undefined,
            review: typeof review === 'string' ? review : undefined,
          });
        } else {
          const old = valueAt(contract, full);
          if (isObject(value) && isObject(old)) continue; // an empty object: nothing is merged in
          if (typeof value === 'string' && isTagLabel(full)) continue;
          const kind = old === undefined ? 'insert' : 'update';
          reading.intrusions.push({ action: number, at: ['update', ...key], touches: full, kind });
        }
      }
    }
  }
  return reading;
}

import { parseSource } from '../document/read.ts';
import type { SourceFile } from '../document/source-file.ts';
import type { Entry, TextAction } from '../extract/actions.ts';
import { readActions, readRemoved, readShared } from '../extract/actions.ts';
import { type ExtractOptions, extract, printOverlay } from '../extract/extract.ts';
import { noCounts } from '../extract/plan.ts';
import { writePlan } from '../extract/write.ts';
import { toPointer } from '../json.ts';
import { contractOf } from '../openapi/contract.ts';
import { texts } from '../openapi/texts.ts';
import { readOverlay } from '../overlay/read.ts';
import { readTranslations } from '../overlay/translations.ts';

/** A translation to write into an overlay. */
export interface Fill {
  translation: string;
  /** The source that was translated, if the contract has changed since. */
  stale?: string | undefined;
  /** Who wrote it, if it has not been reviewed. */
  review?: string | undefined;
}

/** A translation whose text is not in the contract, or no longer. */
export interface Leftover {
  /** The target and the member that it belongs to. */
  target: string;
  key: string;
  source: string | undefined;
  translation: string;
}

/** An overlay with translations written into it. */
export interface Filled {
  text: string;
  changed: boolean;
  /** The pointers of texts that actions with several targets translate; these were not changed. */
  refused: string[];
}

/**
 * Updates an overlay to the contract, then writes translations into it. Comments, order and all other translations
 * are kept.
 *
 * @param fills by the JSON pointer of the text
 * @param leftovers kept under `x-l10n-removed`, where `extract` finds them again
 */
export function fillOverlay(
  contract: SourceFile,
  overlay: SourceFile | undefined,
  fills: ReadonlyMap<string, Fill>,
  leftovers: readonly Leftover[],
  options: ExtractOptions & { file: string },
): Filled {
  const root = contractOf(contract);
  // `extract` changes the YAML document of its overlay, so it gets a copy.
  const own = overlay && { ...parseSource(overlay.text, overlay.file), bom: overlay.bom };
  const extracted = extract(contract, own, options);
  const source = parseSource(extracted.text, overlay?.file ?? options.file);
  const read = readOverlay(source);
  const reading = readTranslations(root, texts(root, options), read);
  const actions = [...readActions(read, reading).values()];
  const open = new Map(fills);
  for (const { parent, entries } of actions) {
    if (!parent) continue;
    for (const [key, entry] of entries) {
      const pointer = toPointer(key === null ? parent : [...parent, key]);
      const fill = open.get(pointer);
      if (!fill) continue;
      open.delete(pointer);
      entries.set(key, filled(entry, fill));
    }
  }
  const shared = readShared(read, reading);
  for (const { places, entries } of shared) {
    for (const [key, entry] of entries) {
      const pointers = places.map((place) => toPointer([...place, key ?? '']));
      const fill = pointers.map((pointer) => open.get(pointer)).find((own) => own !== undefined);
      if (!fill) continue;
      // A place with another translation is refused: the action is for all of them.
      for (const pointer of pointers)
        if (open.get(pointer)?.translation === fill.translation) open.delete(pointer);
      entries.set(key, filled(entry, fill));
    }
  }
  const kept = readRemoved(read);
  const removed = [...kept, ...leftovers.filter((leftover) => !isKept(kept, leftover)).map(toRemovedAction)];
  const document = source.yaml();
  const written = writePlan(document, {
    actions: [...actions, ...shared],
    dropped: [],
    removed,
    counts: noCounts(),
  });
  const text = written ? printOverlay(document, { ...source, bom: overlay?.bom ?? false }) : extracted.text;
  return { text, changed: text !== overlay?.text, refused: [...open.keys()] };
}

const filled = (entry: Entry, { translation, stale, review }: Fill): Entry => ({
  ...entry,
  translation,
  stale,
  review,
});

const isKept = (kept: readonly TextAction[], { target, key, translation }: Leftover) =>
  kept.some((action) => action.target === target && action.entries.get(key)?.translation === translation);

const toRemovedAction = ({ target, key, source, translation }: Leftover): TextAction => ({
  origin: undefined,
  target,
  parent: undefined,
  entries: new Map([[key, { key, translation, source, stale: undefined, review: undefined }]]),
});

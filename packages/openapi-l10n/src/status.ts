import type { SourceFile } from './document/source-file.ts';
import { contractOf } from './openapi/contract.ts';
import { type TextOptions, texts } from './openapi/texts.ts';
import { readOverlay } from './overlay/read.ts';
import { readTranslations } from './overlay/translations.ts';

/** The progress of one translation, in numbers of texts. */
export interface Status {
  language: string;
  texts: number;
  /** Translated, and not stale. */
  translated: number;
  stale: number;
  /** Translated by a machine or a tool, and not reviewed; also counted as translated. */
  needsReview: number;
  missing: number;
  /** The percentage of texts that are translated and not stale, rounded down. */
  percent: number;
}

/** Counts the texts of a contract that an overlay translates. */
export function status(contract: SourceFile, overlaySource: SourceFile, options: TextOptions = {}): Status {
  const root = contractOf(contract);
  const inventory = texts(root, options);
  const overlay = readOverlay(overlaySource);
  const { translations } = readTranslations(root, inventory, overlay);
  let translated = 0;
  let stale = 0;
  let needsReview = 0;
  for (const text of inventory) {
    const found = translations.get(text.pointer);
    if (!found || found.value.trim() === '') continue;
    const old = found.stale !== undefined || (found.source !== undefined && found.source !== text.value);
    if (old) stale++;
    else {
      translated++;
      if (found.review !== undefined) needsReview++;
    }
  }
  return {
    language: overlay.language ?? overlaySource.file,
    texts: inventory.length,
    translated,
    stale,
    needsReview,
    missing: inventory.length - translated - stale,
    percent: inventory.length === 0 ? 100 : Math.floor((100 * translated) / inventory.length),
  };
}

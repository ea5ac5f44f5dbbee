import type { MarkdownText } from '../markdown/parse.ts';
import type { Found } from '../markdown/types.ts';

/** A paragraph, heading, cell, label or code block, with its untranslatable content. */
export interface Unit {
  kind: string;
  /** Where it begins, and where the next one begins. */
  start: number;
  end: number;
  /** Targets, code, placeholders and figures; of a code block, its lines. */
  marks: readonly string[];
  text: string;
}

/** Adjacent units without a counterpart in the other text. */
export interface Gap {
  lost: readonly Unit[];
  extra: readonly Unit[];
  /** Where in the translation they would be. */
  offset: number;
  /** Where in the source. */
  sourceOffset: number;
  /** Whether the blocks are lost for sure: nothing around them, and no other block, may be their counterpart. */
  isCertain: boolean;
}

/** Whether a translation belongs to another version of its source. */
export interface Version {
  isOther: boolean;
  /** Whether what is missing cannot be elsewhere in the translation. */
  isCertain: boolean;
  /** How many units of the source have a counterpart, of how many. */
  pairs: number;
  size: number;
}

/** How the units of a text and of its translation correspond. */
export interface Alignment {
  /** Whether two items are in corresponding units. */
  near(source: Found | { offset: number }, translation: Found | { offset: number }): boolean;
  /** Where the counterpart of a place in the source begins in the translation. */
  counterpart(sourceOffset: number): number | undefined;
  /** Where the counterpart of a place in the translation begins in the source. */
  origin(offset: number): number | undefined;
  /**
   * Whether all blocks of the section around a place of the source, or of the translation, have a counterpart: only there
   * something can be called lost or added.
   */
  isCertain(place: { sourceOffset?: number | undefined; offset?: number | undefined }): boolean;
  gaps: readonly Gap[];
  version: Version;
  /** How many units the longer of the two texts has. */
  size: number;
}

/** A pair whose facts are those of the units that have a counterpart. */
export interface AlignedPair {
  source: MarkdownText;
  translation: MarkdownText;
  alignment: Alignment;
}

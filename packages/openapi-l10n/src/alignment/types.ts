import type { MarkdownText } from '../markdown/parse.ts';
import type { Found } from '../markdown/types.ts';

/** A paragraph, heading, cell, label or code block, with what no translation changes in it. */
export interface Unit {
  kind: string;
  /** Where it begins, and where the next one does. */
  start: number;
  end: number;
  /** Targets, code, placeholders and figures; of a code block, its lines. */
  marks: readonly string[];
  text: string;
}

/** Units next to each other that the other text has no counterpart of. */
export interface Gap {
  lost: readonly Unit[];
  extra: readonly Unit[];
  /** Where in the translation they would be. */
  offset: number;
  /** Where in the source. */
  sourceOffset: number;
}

/** How the units of a text and of its translation lie against each other. */
export interface Alignment {
  /** Whether two things are in units that belong together. */
  near(source: Found | { offset: number }, translation: Found | { offset: number }): boolean;
  /** Where in the translation the counterpart of a place of the source begins. */
  counterpart(sourceOffset: number): number | undefined;
  gaps: readonly Gap[];
  /** The share of the units that have a counterpart, from 0 to 1. */
  share: number;
  /** How many units the longer of the two texts has. */
  size: number;
}

/** A pair whose facts are those of the units that have a counterpart. */
export interface AlignedPair {
  source: MarkdownText;
  translation: MarkdownText;
  alignment: Alignment;
}

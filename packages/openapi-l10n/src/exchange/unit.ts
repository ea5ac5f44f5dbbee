/**
 * How far a translation is: `missing` has no text, `needs-review` waits for a person (its source changed, or a
 * machine wrote it), `translated` is done.
 */
export type UnitState = 'missing' | 'needs-review' | 'translated';

/** One text of a contract as a translator's tool sees it. */
export interface Unit {
  /** The JSON pointer of the text in the contract: `/paths/~1pets/get/summary`. */
  id: string;
  source: string;
  /** The translation; undefined when it is missing. */
  target: string | undefined;
  state: UnitState;
  /** The older source text from which the translation was made, when the source has changed since. */
  previous: string | undefined;
  /** Whether the text may hold Markdown. */
  markdown: boolean;
  /** What the text describes, for the translator: one fact a line. */
  note: string;
}

/** A translator's file: the units of one contract in one language. */
export interface UnitFile {
  /** The name of the contract's file. */
  original: string;
  sourceLanguage: string;
  targetLanguage: string;
  units: readonly Unit[];
}

/** One translation that was read from a translator's file. */
export interface ReadUnit {
  id: string;
  source: string;
  /** Undefined, or empty, when the translator has left it out. */
  target: string | undefined;
  /** Whether the translator's tool still marks it as not final. */
  needsReview: boolean;
}

/** What was read from a translator's file. */
export interface ReadFile {
  /** Undefined when the file does not say it. */
  targetLanguage: string | undefined;
  units: ReadUnit[];
}

/** A text without the line breaks at its ends. PO files do without them, so texts are compared without them. */
export const withoutOuterBreaks = (text: string): string => text.replaceAll(/^[\r\n]+|[\r\n]+$/g, '');

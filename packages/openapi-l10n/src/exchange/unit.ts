/**
 * The state of a translation: `missing`, `needs-review` (its source has changed, or a machine wrote it) or
 * `translated`.
 */
export type UnitState = 'missing' | 'needs-review' | 'translated';

/** One text of a contract in a translator's file. */
export interface Unit {
  /** The JSON pointer of the text in the contract: `/paths/~1pets/get/summary`. */
  id: string;
  source: string;
  /** The translation; undefined when it is missing. */
  target: string | undefined;
  state: UnitState;
  /** The source text that was translated, if the source has changed since. */
  previous: string | undefined;
  /** Whether the text may contain Markdown. */
  markdown: boolean;
  /** Notes for the translator on what the text describes, one per line. */
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

/** One translation from a translator's file. */
export interface ReadUnit {
  id: string;
  source: string;
  /** Undefined or empty if not translated. */
  target: string | undefined;
  /** Whether the translator's tool marks it as not final. */
  needsReview: boolean;
}

/** The content of a translator's file. */
export interface ReadFile {
  /** Undefined when the file does not name it. */
  targetLanguage: string | undefined;
  units: ReadUnit[];
}

/** A text without the line breaks at its ends, which PO files drop. */
export const withoutOuterBreaks = (text: string): string => text.replaceAll(/^[\r\n]+|[\r\n]+$/g, '');

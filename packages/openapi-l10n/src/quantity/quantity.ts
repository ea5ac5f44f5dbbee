/** A number in a text, with its unit, or as a date, a time or a version. */
export interface Quantity {
  /** As it is written. */
  written: string;
  /** What it may mean, the most likely first: `250000`, `-5`, `date 2018-6-28`, `time 930`, `version 1.2`. */
  readings: readonly string[];
  /** The English name of its unit, if it has one. */
  unit: string | undefined;
  /** The digits between its spaces, which may be separate numbers: `404 500`. */
  parts: readonly string[];
  offset: number;
  length: number;
}

/** A number written as a word. */
export interface WordQuantity {
  value: number;
  unit: string | undefined;
  written: string;
  offset: number;
  length: number;
}

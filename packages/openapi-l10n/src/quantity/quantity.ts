/** A number of a text with all that makes it up: its unit, or that it is a date, a time or a version. */
export interface Quantity {
  /** As it is written. */
  written: string;
  /** What it may mean, the likeliest first: `250000`, `-5`, `date 2018-6-28`, `time 930`, `version 1.2`. */
  readings: readonly string[];
  /** The name of its unit in English, when one is next to it. */
  unit: string | undefined;
  /** The digits between its spaces, which may be numbers of their own: `404 500`. */
  parts: readonly string[];
  offset: number;
  length: number;
}

/** A number that is written as a word. */
export interface WordQuantity {
  value: number;
  unit: string | undefined;
  written: string;
  offset: number;
  length: number;
}

import type { Place } from './errors.ts';
import type { Severity } from './rules/rule.ts';

/** One thing that a rule found. */
export interface Finding {
  /** One of {@link ruleNames}, or a rule of the project. */
  rule: string;
  severity: Severity;
  /** What is wrong, with the value that was found and the one that was expected. */
  message: string;
  /** What to do about it. */
  help: string;
  /** Where the translation is, or where the contract is for findings about the contract. */
  place: Place;
  /** The length of the highlighted text in characters, at least 1. */
  length: number;
  /** The JSON pointer of the text in the contract; empty for pairs of Markdown pages. */
  pointer: string;
  /** The place of the source text, for findings about a pair. */
  source?: Place;
}

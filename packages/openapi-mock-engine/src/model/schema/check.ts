import type { JsonObject } from '../json.ts';

/** Where a value is within the value that is checked: the last step, and the steps before it. */
export interface Step {
  before: Step | undefined;
  key: string | number;
}

/** What a keyword has against a value. The words are made later, from the schema that is at hand here. */
export interface Problem {
  at: Step | undefined;
  keyword: string;
  /** The schema that has the keyword. */
  schema: JsonObject;
  value: unknown;
  /** Of a missing or an unknown property: its name. */
  property?: string;
  /** Of an unknown property: those that are known. */
  known?: readonly string[];
  /** Of alternatives: how many of them the value meets. */
  matches?: number;
  /** Of a repeated item: where the first one is. */
  first?: number;
}

/** Where problems are collected. */
export interface Report {
  problems: Problem[];
}

/**
 * Whether a value is allowed. Without a report, the first problem ends it; with one, all of them are collected.
 */
export type Check = (value: unknown, at: Step | undefined, report: Report | undefined) => boolean;

export const always: Check = () => true;

/** Which way a value goes: properties that are read-only are not required in requests, write-only ones in responses. */
export type Direction = 'request' | 'response';

/** All checks at once: each must hold. */
export function every(checks: readonly Check[]): Check {
  const [first = always, second, third] = checks;
  if (second === undefined) return first;
  if (third === undefined) {
    return (value, at, report) => {
      const held = first(value, at, report);
      return (held || report !== undefined) && second(value, at, report) && held;
    };
  }
  return (value, at, report) => {
    let held = true;
    for (const check of checks) {
      if (check(value, at, report)) continue;
      if (report === undefined) return false;
      held = false;
    }
    return held;
  };
}

/** The path of a step, from the root. */
export function pathOf(step: Step | undefined): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = step; at !== undefined; at = at.before) path.push(at.key);
  return path.reverse();
}

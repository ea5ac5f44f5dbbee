import type { JsonObject } from '../json.ts';

/** The path to a value inside the checked value: the last step, and the steps before it. */
export interface Step {
  before: Step | undefined;
  key: string | number;
}

/** A violation of a keyword. Its message is made later, from the schema. */
export interface Problem {
  at: Step | undefined;
  keyword: string;
  /** The schema that has the keyword. */
  schema: JsonObject;
  value: unknown;
  /** The name of a missing or unknown property. */
  property?: string;
  /** For an unknown property: the known ones. */
  known?: readonly string[];
  /** For alternatives: how many match the value. */
  matches?: number;
  /** For a repeated item: the index of the first one. */
  first?: number;
}

/** Where problems are collected. */
export interface Report {
  problems: Problem[];
}

/**
 * Whether a value is valid. Without a report, the check stops at the first problem; with one, it collects all.
 */
export type Check = (value: unknown, at: Step | undefined, report: Report | undefined) => boolean;

export const always: Check = () => true;

/** The direction of a value: read-only properties are not required in requests, write-only ones not in responses. */
export type Direction = 'request' | 'response';

/** Combines checks that must all pass. */
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

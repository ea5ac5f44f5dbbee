import type { Path } from './json.ts';

/** Where in a request or a response something is wrong. */
export type FindingPlace =
  | 'path'
  | 'query'
  | 'header'
  | 'cookie'
  | 'body'
  | 'security'
  | 'method'
  | 'url'
  | 'status'
  | 'request';

/** One problem, as a sentence and as its parts. */
export interface Finding {
  in: FindingPlace;
  /** The name of what is wrong, for messages: `length`, `body.items[0].name`. */
  name: string;
  /** The path within the parameter or the body; empty for the parameter or the body itself. */
  path: Path;
  /**
   * The violated rule: a JSON Schema keyword, or `missing`, `unknown`, `repeated`, `syntax` (the text cannot be parsed),
   * `mediaType`, `unexpected` (a body where none is allowed).
   */
  keyword: string;
  /** The rejected value; `undefined` if there was none. */
  value: unknown;
  /** What is allowed, in words that continue "Expected". */
  expected: string;
  /** The word that was probably meant. */
  suggestion: string | undefined;
  /** The full message, in one or two sentences. */
  message: string;
}

/** A path in JavaScript notation: `body.items[0].name`. */
export function pathName(root: string, path: Path): string {
  let name = root;
  for (const step of path) {
    if (typeof step === 'number') name += `[${step}]`;
    else if (/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(step) && step.length <= 60)
      name += name === '' ? step : `.${step}`;
    else name += `[${JSON.stringify(step.length > 60 ? `${step.slice(0, 60)}…` : step)}]`;
  }
  return name;
}

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

/** One thing that is wrong, as a sentence and as its parts. */
export interface Finding {
  in: FindingPlace;
  /** What is wrong, for people: `length`, `body.items[0].name`. */
  name: string;
  /** The same as steps within the parameter or the body; empty for the parameter or the body itself. */
  path: Path;
  /**
   * Which rule was broken: a keyword of JSON Schema, or `missing`, `unknown`, `repeated`, `syntax` (the text cannot be
   * read), `mediaType`, `unexpected` (a body that must not be there).
   */
  keyword: string;
  /** The value that was refused; `undefined` if there was none. */
  value: unknown;
  /** What would have been allowed, in words that continue "Expected". */
  expected: string;
  /** The word that was probably meant. */
  suggestion: string | undefined;
  /** All of it in one or two sentences. */
  message: string;
}

/** `body.items[0].name`: a path as it is written in JavaScript. */
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

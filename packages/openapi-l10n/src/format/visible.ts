/** The part of a line that is shown: a contract may be a single line of millions of characters. */
export interface Visible {
  /** How many characters are left out before it. */
  from: number;
  text: string;
  /** Whether characters are left out after it. */
  isCut: boolean;
}

/** The part of a line around a column, which counts from 1, in at most `width` characters. */
export function visible(line: string, column: number, width: number): Visible {
  const from = column > width - 20 ? column - 40 : 0;
  return { from, text: line.slice(from, from + width), isCut: line.length > from + width };
}

/** `1 error`, `2 errors`. */
export const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

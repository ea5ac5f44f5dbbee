/** A place in a file. Lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/**
 * Invalid input: a file, an option or an overlay.
 * The message says what is wrong; `expected` says what is expected there, `help` what to do.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly place: Place | undefined;
  readonly expected: string | undefined;
  readonly help: string | undefined;

  constructor(
    message: string,
    more: { place?: Place | undefined; expected?: string; help?: string; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.place = more.place;
    this.expected = more.expected;
    this.help = more.help;
  }

  /** The whole error as lines for a terminal: place, what, expected, what to do. */
  toText(): string {
    const at = this.place ? `${this.place.file}:${this.place.line}:${this.place.column}: ` : '';
    const lines = [`${at}${this.message}`];
    if (this.expected) lines.push(`  expected: ${this.expected}`);
    if (this.help) lines.push(`  what to do: ${this.help}`);
    return lines.join('\n');
  }
}

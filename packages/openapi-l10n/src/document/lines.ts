/** Turns offsets of a text into lines and columns, both counted from 1. Knows LF, CRLF and lone CR. */
export class Lines {
  #found: number[] | undefined;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Where each line begins, found out when somebody asks, since most files of most commands have no findings. */
  get #starts(): number[] {
    this.#found ??= startsOf(this.text);
    return this.#found;
  }

  /** The line and column of an offset. */
  at(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  /** The text of one line without its line break; empty outside the file. */
  line(number: number): string {
    const start = this.#starts[number - 1];
    if (start === undefined) return '';
    let end = this.#starts[number] ?? this.text.length;
    // A regular expression would be slow on a contract with millions of characters on one line.
    while (end > start && '\r\n'.includes(this.text[end - 1] ?? '')) end--;
    return this.text.slice(start, end);
  }

  /** The offset at which a line begins, the end of the file for a line past it. */
  startOf(number: number): number {
    return this.#starts[number - 1] ?? this.text.length;
  }

  /** How many lines the file has. */
  get count(): number {
    return this.#starts.length;
  }
}

function startsOf(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

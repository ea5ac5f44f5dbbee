import { closeSync, ftruncateSync, openSync, readSync, writeFileSync } from 'node:fs';
import { Bytes } from './bytes.ts';
import type { Batch, Row } from './rows.ts';

/**
 * The fetched rows of an incomplete export: a header, rows, and a mark after each complete batch.
 *
 * A process can be killed at any time: anything after the last mark is dropped when the journal is opened again.
 */
export class Journal<Header> {
  readonly file: string;
  readonly header: Header;
  /** Where to continue; undefined when nothing is complete yet. */
  next: number | undefined;
  /** The number of complete rows. */
  rows: number;
  readonly #handle: number;
  readonly #bytes = new Bytes();

  private constructor(file: string, header: Header, handle: number, next: number | undefined, rows: number) {
    this.file = file;
    this.header = header;
    this.#handle = handle;
    this.next = next;
    this.rows = rows;
  }

  /** Starts a journal, replacing any other. */
  static create<Header>(file: string, header: Header): Journal<Header> {
    const handle = openSync(file, 'w', 0o600);
    writeFileSync(handle, `${JSON.stringify(header)}\n`);
    return new Journal(file, header, handle, undefined, 0);
  }

  /** Opens a journal to continue it. @param found what `inspectJournal` found in it. */
  static open<Header>(file: string, { header, next, rows, size }: JournalContent<Header>): Journal<Header> {
    const handle = openSync(file, 'a');
    ftruncateSync(handle, size);
    return new Journal(file, header, handle, next, rows);
  }

  /** Appends rows and the mark that completes them and all previous rows, in one write. */
  append({ rows, next }: Batch): void {
    this.#appendRows(rows);
    this.#bytes.text(`${mark}${next}\n`);
    this.#bytes.writeTo(this.#handle);
    this.next = next;
    this.rows += rows.length;
  }

  /** Appends rows that the next `append` completes. */
  keep(rows: readonly Row[]): void {
    this.#appendRows(rows);
    this.#bytes.writeTo(this.#handle);
    this.rows += rows.length;
  }

  #appendRows(rows: readonly Row[]): void {
    const bytes = this.#bytes;
    for (const { time, series, sessions } of rows) {
      bytes.integer(time / 1000);
      bytes.text(',');
      bytes.integer(series);
      bytes.text(',');
      bytes.integer(sessions);
      bytes.text('\n');
    }
  }

  /** Yields all complete rows, some thousands at a time. */
  *read(): Generator<Row[]> {
    const handle = openSync(this.file, 'r');
    try {
      let isHeader = true;
      for (const bytes of chunksOf(handle)) {
        const rows = readRows(isHeader ? bytes.subarray(bytes.indexOf(lineFeed) + 1) : bytes);
        isHeader = false;
        if (rows.length > 0) yield rows;
      }
    } finally {
      closeSync(handle);
    }
  }

  close(): void {
    closeSync(this.#handle);
  }
}

/** The complete part of a journal. */
export interface JournalContent<Header> {
  header: Header;
  /** Where to continue; undefined when nothing is complete yet. */
  next: number | undefined;
  rows: number;
  /** The number of bytes up to the last mark. */
  size: number;
}

/** Reads a journal without changing it. @throws SyntaxError when it has no header, or an invalid row. */
export function inspectJournal(file: string): JournalContent<unknown> {
  const handle = openSync(file, 'r');
  try {
    const content: JournalContent<unknown> = { header: undefined, next: undefined, rows: 0, size: 0 };
    let [position, pending, isBroken] = [0, 0, false];
    for (const line of linesOf(handle)) {
      position += Buffer.byteLength(line) + 1;
      if (content.header === undefined) {
        content.header = JSON.parse(line);
        content.size = position;
      } else if (line.startsWith(mark)) {
        content.next = Number(line.slice(mark.length));
        if (isBroken || Number.isNaN(content.next)) throw new SyntaxError('The journal has an invalid row.');
        content.rows += pending;
        content.size = position;
        pending = 0;
      } else {
        pending++;
        // After the last mark, where a process or a machine stopped, the content is arbitrary.
        isBroken ||= !rowPattern.test(line);
      }
    }
    if (content.header === undefined) throw new SyntaxError('The journal is empty.');
    return content;
  } finally {
    closeSync(handle);
  }
}

const mark = '#';
const rowPattern = /^-?\d+,\d+,\d+$/;
const [lineFeed, comma, zero, minus] = [10, 44, 48, 45];

/** Reads the rows of whole lines from their bytes, without creating a million strings. */
function readRows(bytes: Buffer): Row[] {
  const rows: Row[] = [];
  let at = 0;
  const number = () => {
    const sign = bytes[at] === minus ? -1 : 1;
    if (sign < 0) at++;
    let value = 0;
    for (; ; at++) {
      const byte = bytes[at] ?? lineFeed;
      if (byte === comma || byte === lineFeed) break;
      value = value * 10 + byte - zero;
    }
    at++;
    return sign * value;
  };
  while (at < bytes.length) {
    if (bytes[at] === mark.charCodeAt(0)) at = bytes.indexOf(lineFeed, at) + 1;
    else rows.push({ time: number() * 1000, series: number(), sessions: number() });
  }
  return rows;
}

/** The lines of a file that end in a line feed; an unfinished last line is ignored. */
function* linesOf(handle: number): Generator<string> {
  for (const bytes of chunksOf(handle)) yield* bytes.toString('utf8', 0, bytes.length - 1).split('\n');
}

/** The same lines, as many at a time as fit into the buffer. */
function* chunksOf(handle: number): Generator<Buffer> {
  let buffer = Buffer.allocUnsafe(65_536);
  let [position, kept] = [0, 0];
  for (;;) {
    const size = readSync(handle, buffer, kept, buffer.length - kept, position);
    if (size === 0) return;
    position += size;
    const filled = kept + size;
    const end = buffer.subarray(0, filled).lastIndexOf(lineFeed) + 1;
    if (end > 0) yield buffer.subarray(0, end);
    kept = filled - end;
    // A line that does not fit, such as a header of many series.
    if (kept === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)]);
    else buffer.copyWithin(0, end, filled);
  }
}

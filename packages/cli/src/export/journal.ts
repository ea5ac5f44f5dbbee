import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import type { Batch, Row } from './rows.ts';

/**
 * What has been fetched so far, next to the file that it becomes: a header, rows, and a mark after each complete batch.
 *
 * A process can be killed at any moment: what follows the last mark is dropped when the journal is opened again.
 */
export class Journal<Header> {
  readonly file: string;
  readonly header: Header;
  /** Where to go on; undefined when nothing is complete yet. */
  next: number | undefined;
  /** Rows that are complete. */
  rows: number;
  readonly #handle: number;

  private constructor(file: string, header: Header, handle: number, next: number | undefined, rows: number) {
    this.file = file;
    this.header = header;
    this.#handle = handle;
    this.next = next;
    this.rows = rows;
  }

  /** Begins a journal, in place of any other. */
  static create<Header>(file: string, header: Header): Journal<Header> {
    const handle = openSync(file, 'w', 0o600);
    writeSync(handle, `${JSON.stringify(header)}\n`);
    return new Journal(file, header, handle, undefined, 0);
  }

  /** Opens a journal to go on with it. @param found what `inspectJournal` found in it. */
  static open<Header>(file: string, { header, next, rows, size }: JournalContent<Header>): Journal<Header> {
    const handle = openSync(file, 'a');
    ftruncateSync(handle, size);
    return new Journal(file, header, handle, next, rows);
  }

  /** Adds rows and the mark that makes them, and all rows before, complete: in one write. */
  append({ rows, next }: Batch): void {
    writeAll(this.#handle, Buffer.from(`${rows.map(formatRow).join('')}${mark}${next}\n`));
    this.next = next;
    this.rows += rows.length;
  }

  /** Adds rows that are complete with the next `append`. */
  keep(rows: readonly Row[]): void {
    writeAll(this.#handle, Buffer.from(rows.map(formatRow).join('')));
    this.rows += rows.length;
  }

  /** Gives all complete rows, some thousands at a time. */
  *read(): Generator<Row[]> {
    const handle = openSync(this.file, 'r');
    try {
      let batch: Row[] = [];
      let header = true;
      for (const line of linesOf(handle)) {
        if (header) header = false;
        else if (!line.startsWith(mark)) batch.push(parseRow(line));
        if (batch.length === batchSize) {
          yield batch;
          batch = [];
        }
      }
      if (batch.length > 0) yield batch;
    } finally {
      closeSync(handle);
    }
  }

  close(): void {
    closeSync(this.#handle);
  }
}

/** What a journal holds that is complete. */
export interface JournalContent<Header> {
  header: Header;
  /** Where to go on; undefined when nothing is complete yet. */
  next: number | undefined;
  rows: number;
  /** Bytes up to the last mark. */
  size: number;
}

/** Reads a journal, and leaves it as it is. @throws SyntaxError when it has no header. */
export function inspectJournal(file: string): JournalContent<unknown> {
  const handle = openSync(file, 'r');
  try {
    const content: JournalContent<unknown> = { header: undefined, next: undefined, rows: 0, size: 0 };
    let [position, pending] = [0, 0];
    for (const line of linesOf(handle)) {
      position += Buffer.byteLength(line) + 1;
      if (content.header === undefined) {
        content.header = JSON.parse(line);
        content.size = position;
      } else if (line.startsWith(mark)) {
        content.next = Number(line.slice(mark.length));
        content.rows += pending;
        content.size = position;
        pending = 0;
      } else {
        pending++;
      }
    }
    if (content.header === undefined) throw new SyntaxError('The journal is empty.');
    return content;
  } finally {
    closeSync(handle);
  }
}

const mark = '#';
const batchSize = 5_000;

function formatRow({ time, series, sessions }: Row): string {
  return `${time / 1000},${series},${sessions}\n`;
}

function parseRow(line: string): Row {
  const [time, series, sessions] = line.split(',');
  return { time: Number(time) * 1000, series: Number(series), sessions: Number(sessions) };
}

function writeAll(handle: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
}

/** The lines of a file that are ended by a line feed; a rest without one is not a line. */
function* linesOf(handle: number): Generator<string> {
  const buffer = Buffer.allocUnsafe(65_536);
  let rest = Buffer.alloc(0);
  let position = 0;
  for (;;) {
    const size = readSync(handle, buffer, 0, buffer.length, position);
    if (size === 0) return;
    position += size;
    const bytes = Buffer.concat([rest, buffer.subarray(0, size)]);
    const end = bytes.lastIndexOf(10);
    if (end >= 0) yield* bytes.toString('utf8', 0, end).split('\n');
    rest = Buffer.from(bytes.subarray(end + 1));
  }
}

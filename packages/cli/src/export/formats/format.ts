import type { ExportRecord } from '../columns.ts';

/** A kind of file that an export can be written to. Each is loaded when it is used. */
export interface Format {
  /**
   * Writes a whole file. The same records give the same bytes.
   *
   * @param file does not exist yet, and gets its final name from the caller.
   * @param records some thousands at a time, so that no more are held in memory.
   * @param metadata what the file says about itself, where the format has room for it.
   */
  write(
    file: string,
    records: AsyncIterable<ExportRecord[]>,
    metadata: Readonly<Record<string, string>>,
  ): Promise<void>;
  /** Reads what `write` wrote. @throws Error when the file is something else. */
  read(file: string): AsyncIterable<ExportRecord[]>;
}

/** A format that is lines of text, so that it can be written to standard output too. */
export interface TextFormat extends Format {
  /** What comes before the first record. */
  header: string;
  /** A record, with its line feed. */
  line(record: ExportRecord): string;
}

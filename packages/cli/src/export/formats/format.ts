import type { Bytes } from '../bytes.ts';
import type { ExportRecord } from '../columns.ts';

/** A file format of exports. Each is loaded when it is used. */
export interface Format {
  /**
   * Writes a file. The same records give the same bytes.
   *
   * @param file does not exist yet; the caller renames it.
   * @param records batches of any size.
   * @param metadata for formats that can store it.
   */
  write(
    file: string,
    records: AsyncIterable<ExportRecord[]>,
    metadata: Readonly<Record<string, string>>,
  ): Promise<void>;
  /** Reads a file written by `write`. @throws Error for any other file. */
  read(file: string): AsyncIterable<ExportRecord[]>;
}

/** A format of text lines, which can also be written to standard output. */
export interface TextFormat extends Format {
  /** The header before the first record. */
  header: string;
  /** Appends a record with its line feed. */
  append(record: ExportRecord, to: Bytes): void;
}

import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import type { SchemaElement } from 'hyparquet';
import type { ColumnSource } from 'hyparquet-writer';
import { type Column, columns, type ExportRecord } from '../columns.ts';
import type { Format } from './format.ts';

/** Rows per row group: enough for good compression, few enough for memory. */
const rowGroupSize = 10_000;

/** Apache Parquet: `time` is a UTC timestamp, `local_date` a date, `sessions` a 64-bit integer. */
export const parquet: Format = {
  async write(file, records, metadata) {
    const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
    const bytes = new ByteWriter();
    const handle = openSync(file, 'w');
    try {
      const writer = new ParquetWriter({
        writer: bytes,
        schema: [{ name: 'root', num_children: columns.length }, ...columns.map(schemaOf)],
        kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
        createdBy: 'session-series',
        // Deltas and dictionaries leave next to nothing to compress.
        codec: 'UNCOMPRESSED',
      });
      const flush = () => {
        writeSync(handle, new Uint8Array(bytes.buffer, 0, bytes.index));
        bytes.index = 0;
      };
      const group = new RowGroup();
      const write = () => {
        // Each column has one page, so that no reader has to search for the next one.
        writer.write({ columnData: group.take(), rowGroupSize, pageSize: 0 });
        flush();
      };
      for await (const batch of records) {
        for (const record of batch) {
          group.add(record);
          if (group.size === rowGroupSize) write();
        }
      }
      if (group.size > 0) write();
      writer.finish();
      flush();
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  },
  async *read(file) {
    const { parquetMetadataAsync, parquetReadObjects } = await import('hyparquet');
    const { asyncBufferFromFile } = await import('hyparquet/src/node.js');
    const source = await asyncBufferFromFile(file);
    const metadata = await parquetMetadataAsync(source);
    let rowStart = 0;
    for (const { num_rows } of metadata.row_groups) {
      const rowEnd = rowStart + Number(num_rows);
      const rows = await parquetReadObjects({ file: source, metadata, rowStart, rowEnd });
      yield rows.map((row) => {
        const { time, local_date, sessions, ...texts } = row as ParquetRow;
        return {
          ...texts,
          time: time.getTime(),
          local_date: local_date.toISOString().slice(0, 10),
          sessions: Number(sessions),
        };
      });
      rowStart = rowEnd;
    }
  },
};

/** The types that the reader returns for the schema below. */
interface ParquetRow extends Omit<ExportRecord, 'time' | 'local_date' | 'sessions'> {
  time: Date;
  local_date: Date;
  sessions: bigint;
}

function schemaOf({ name, type, nullable }: Column): SchemaElement {
  const repetition_type = nullable ? 'OPTIONAL' : 'REQUIRED';
  switch (type) {
    case 'instant':
      return {
        name,
        repetition_type,
        type: 'INT64',
        converted_type: 'TIMESTAMP_MILLIS',
        logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
      };
    case 'date':
      return { name, repetition_type, type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } };
    case 'string':
      return {
        name,
        repetition_type,
        type: 'BYTE_ARRAY',
        converted_type: 'UTF8',
        logical_type: { type: 'STRING' },
      };
    case 'int64':
      return { name, repetition_type, type: 'INT64' };
  }
}

/**
 * The stored values of the columns of some rows. They replace the rows immediately, since many rows would
 * fill the memory.
 */
class RowGroup {
  size = 0;
  // Not typed arrays: the library reads the values several times, and would create a new integer for each
  // every time.
  readonly #columns = columns.map((column) => ({
    ...column,
    values: new Array<unknown>(rowGroupSize).fill(null),
    read: readerOf(column),
  }));

  add(record: ExportRecord): void {
    for (const { values, read } of this.#columns) values[this.size] = read(record);
    this.size++;
  }

  /** The values of all rows since the last call, valid until the next row is added. */
  take(): ColumnSource[] {
    const { size } = this;
    this.size = 0;
    return this.#columns.map(({ name, type, values }) => ({
      name,
      // Hours and counts differ little from the ones before: stored as differences, they take a tenth of the space.
      encoding: type === 'string' || type === 'date' ? 'RLE_DICTIONARY' : 'DELTA_BINARY_PACKED',
      // Lets readers skip the rows of other days.
      statistics: type === 'instant' || type === 'date',
      data: size === rowGroupSize ? values : values.slice(0, size),
    }));
  }
}

/** Reads what is stored of a record: milliseconds, days, texts or integers. */
function readerOf({ name, type }: Column): (record: ExportRecord) => unknown {
  if (type === 'string') return (record) => record[name];
  if (type !== 'date') return (record) => BigInt(record[name] ?? 0);
  let [date, days] = ['', 0];
  return ({ local_date }) => {
    if (local_date !== date) [date, days] = [local_date, Date.parse(local_date) / 86_400_000];
    return days;
  };
}

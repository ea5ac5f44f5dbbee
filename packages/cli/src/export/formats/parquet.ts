import { closeSync, fsyncSync, openSync } from 'node:fs';
import type { SchemaElement } from 'hyparquet';
import type { ColumnSource } from 'hyparquet-writer';
import { writeAll } from '../bytes.ts';
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
        writeAll(handle, new Uint8Array(bytes.buffer, 0, bytes.index));
        bytes.index = 0;
      };
      const group = new RowGroup();
      const write = () => {
        // One page for each column, so that the library does not look for the start of the next one.
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
  readonly #values: Readonly<Record<keyof ExportRecord, unknown[]>>;
  #day = { date: '', number: 0 };

  constructor() {
    const column = () => new Array<unknown>(rowGroupSize).fill(null);
    this.#values = {
      time: column(),
      local_date: column(),
      app_id: column(),
      app_name: column(),
      segment_id: column(),
      segment_name: column(),
      sessions: column(),
    };
  }

  /** Stores milliseconds, days, texts and integers. */
  add({ time, local_date, app_id, app_name, segment_id, segment_name, sessions }: ExportRecord): void {
    if (local_date !== this.#day.date)
      this.#day = { date: local_date, number: Date.parse(local_date) / 86_400_000 };
    const [values, at] = [this.#values, this.size++];
    // Written out: a loop over the columns takes longer, and there is one for each row.
    values.time[at] = BigInt(time);
    values.local_date[at] = this.#day.number;
    values.app_id[at] = app_id;
    values.app_name[at] = app_name;
    values.segment_id[at] = segment_id;
    values.segment_name[at] = segment_name;
    values.sessions[at] = BigInt(sessions);
  }

  /** The values of all rows since the last call, valid until the next row is added. */
  take(): ColumnSource[] {
    const { size } = this;
    this.size = 0;
    return columns.map(({ name, type }) => ({
      name,
      // Hours and counts differ little from the ones before: stored as differences, they take a tenth of the space.
      encoding: type === 'string' || type === 'date' ? 'RLE_DICTIONARY' : 'DELTA_BINARY_PACKED',
      // Lets readers skip the rows of other days.
      statistics: type === 'instant' || type === 'date',
      data: size === rowGroupSize ? this.#values[name] : this.#values[name].slice(0, size),
    }));
  }
}

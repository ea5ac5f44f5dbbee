import { closeSync, fsyncSync, openSync } from 'node:fs';
import type { SchemaElement } from 'hyparquet';
import type { ByteWriter } from 'hyparquet-writer';
import { writeAll } from '../bytes.ts';
import { type Column, columns, type ExportRecord } from '../columns.ts';
import type { Format } from './format.ts';
import { RowGroupWriter } from './parquet-row-group.ts';

/** Apache Parquet: `time` is a UTC timestamp, `local_date` a date, `sessions` a 64-bit integer. */
export const parquet: Format = {
  async write(file, records, metadata) {
    const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
    const handle = openSync(file, 'w');
    try {
      const writerTo = (writer: ByteWriter) =>
        new ParquetWriter({
          writer,
          schema: schemaOf(columns.map(physicalColumnOf)),
          kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
          createdBy: 'session-series',
          // Deltas and dictionaries leave next to nothing to compress.
          codec: 'UNCOMPRESSED',
          // Those that readers need are added to the row groups.
          statistics: false,
        });
      const bytes = new ByteWriter();
      const flush = () => {
        writeAll(handle, bytes.getBytes());
        bytes.index = 0;
      };
      const writer = writerTo(bytes);
      const rows = new RowGroupWriter(writer, bytes, () => {
        const constants = new ByteWriter();
        return { bytes: constants, writer: writerTo(constants) };
      });
      for await (const batch of records) {
        for (const record of batch) if (rows.add(record)) flush();
      }
      rows.end();
      writer.schema = schemaOf(columns.map(columnOf));
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

function schemaOf(elements: readonly SchemaElement[]): SchemaElement[] {
  return [{ name: 'root', num_children: elements.length }, ...elements];
}

/** The column while values are written: as integers, which the library does not convert. */
function physicalColumnOf(column: Column): SchemaElement {
  const element = columnOf(column);
  if (column.type === 'string') return element;
  const { converted_type, logical_type, ...physical } = element;
  return physical;
}

function columnOf({ name, type, nullable }: Column): SchemaElement {
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

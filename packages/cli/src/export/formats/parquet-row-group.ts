import type { ColumnChunk } from 'hyparquet';
import type { ByteWriter, ColumnSource, ParquetWriter } from 'hyparquet-writer';
import type { ExportRecord } from '../columns.ts';

/** Rows per row group: enough for good compression, few enough for memory. */
const size = 10_000;

const dayLength = 86_400_000;

/** A writer and what it has written. */
interface Output {
  writer: ParquetWriter;
  bytes: ByteWriter;
}

/** The fields that are the same in all rows of a series. */
const labelNames = ['app_id', 'app_name', 'segment_id', 'segment_name'] as const;
type Label = Pick<ExportRecord, (typeof labelNames)[number]>;

/** Collects the values of rows by column, and writes them as row groups. */
export class RowGroupWriter {
  readonly #output: Output;
  readonly #newOutput: () => Output;
  #size = 0;
  readonly #times = new Float64Array(size);
  readonly #days = new Int32Array(size);
  readonly #sessions = new Float64Array(size);
  /** The labels of the rows of this group, each once, and the index of that of each row. */
  readonly #labels: Label[] = [];
  readonly #labelIndexes = new Uint32Array(size);
  /** The label columns of groups that have one label, by that and by the number of rows. */
  readonly #constants = new Map<string, ConstantColumns>();
  #date = { text: '', day: 0 };

  /** @param newOutput makes an output with the same schema. */
  constructor(writer: ParquetWriter, bytes: ByteWriter, newOutput: () => Output) {
    this.#output = { writer, bytes };
    this.#newOutput = newOutput;
  }

  /** Adds a row. @returns whether a row group was written. */
  add(record: ExportRecord): boolean {
    const { local_date } = record;
    if (local_date !== this.#date.text)
      this.#date = { text: local_date, day: Date.parse(local_date) / dayLength };
    const at = this.#size++;
    this.#times[at] = record.time;
    this.#days[at] = this.#date.day;
    this.#sessions[at] = record.sessions;
    this.#labelIndexes[at] = this.#labelIndex(record);
    if (this.#size < size) return false;
    this.end();
    return true;
  }

  /** Writes the rows that are left. */
  end(): void {
    if (this.#size === 0) return;
    const { writer } = this.#output;
    const [times, days] = [this.#times.subarray(0, this.#size), this.#days.subarray(0, this.#size)];
    const isConstant = this.#labels.length === 1;
    write(writer, [
      // Hours and counts differ little from the ones before: stored as differences, they take a tenth of the space.
      { name: 'time', encoding: 'DELTA_BINARY_PACKED', data: BigInt64Array.from(times, BigInt) },
      { name: 'local_date', encoding: 'RLE_DICTIONARY', data: days },
      ...(isConstant ? [] : labelNames.map((name) => this.#labelColumn(name))),
      // Of small integers, the library makes no bigints.
      { name: 'sessions', encoding: 'DELTA_BINARY_PACKED', data: this.#sessions.subarray(0, this.#size) },
    ]);
    const group = writer.row_groups.at(-1);
    if (!group) throw new Error('The library has written no row group.');
    if (isConstant) {
      const { chunks, byteLength } = this.#constantColumns().appendTo(this.#output.bytes);
      group.columns.splice(2, 0, ...chunks);
      group.total_byte_size += byteLength;
      if (group.total_compressed_size !== undefined) group.total_compressed_size += byteLength;
    }
    // Let readers skip the rows of other days.
    for (const [index, values] of [times, days].entries()) addStatistics(group.columns[index], values);
    this.#size = 0;
    this.#labels.length = 0;
  }

  #labelIndex(record: ExportRecord): number {
    const labels = this.#labels;
    for (let index = labels.length - 1; index >= 0; index--) {
      const label = labels[index];
      if (label && isSameLabel(label, record)) return index;
    }
    const { app_id, app_name, segment_id, segment_name } = record;
    return labels.push({ app_id, app_name, segment_id, segment_name }) - 1;
  }

  #labelColumn(name: keyof Label): ColumnSource {
    const texts = this.#labels.map((label) => label[name]);
    const data = Array.from(this.#labelIndexes.subarray(0, this.#size), (index) => texts[index] ?? null);
    return { name, encoding: 'RLE_DICTIONARY', data };
  }

  #constantColumns(): ConstantColumns {
    const key = JSON.stringify([this.#size, ...this.#labels]);
    let columns = this.#constants.get(key);
    if (!columns) {
      columns = new ConstantColumns(
        this.#newOutput(),
        labelNames.map((name) => this.#labelColumn(name)),
      );
      this.#constants.set(key, columns);
    }
    return columns;
  }
}

/** Columns that are the same in many row groups, of which there may be thousands: they are encoded once. */
class ConstantColumns {
  readonly #bytes: Uint8Array;
  readonly #begin: number;
  readonly #chunks: readonly ColumnChunk[];

  constructor({ writer, bytes }: Output, columns: ColumnSource[]) {
    this.#begin = bytes.index;
    write(writer, columns);
    this.#bytes = bytes.getBytes().slice(this.#begin);
    this.#chunks = writer.row_groups[0]?.columns ?? [];
  }

  appendTo(bytes: ByteWriter): { chunks: ColumnChunk[]; byteLength: bigint } {
    const moved = BigInt(bytes.offset - this.#begin);
    bytes.appendBytes(this.#bytes);
    const chunks = this.#chunks.map(({ file_offset, meta_data, ...chunk }): ColumnChunk => {
      if (!meta_data) throw new Error('The library has described no column.');
      const { data_page_offset, dictionary_page_offset } = meta_data;
      return {
        ...chunk,
        file_offset: file_offset + moved,
        meta_data: {
          ...meta_data,
          data_page_offset: data_page_offset + moved,
          ...(dictionary_page_offset !== undefined && {
            dictionary_page_offset: dictionary_page_offset + moved,
          }),
        },
      };
    });
    return { chunks, byteLength: BigInt(this.#bytes.length) };
  }
}

function write(writer: ParquetWriter, columnData: ColumnSource[]): void {
  // One page for each column, so that the library does not look for the start of the next one.
  writer.write({ columnData, rowGroupSize: size, pageSize: 0 });
}

function isSameLabel(one: Label, other: Label): boolean {
  return (
    one.app_id === other.app_id &&
    one.segment_id === other.segment_id &&
    one.app_name === other.app_name &&
    one.segment_name === other.segment_name
  );
}

function addStatistics(column: ColumnChunk | undefined, values: Float64Array | Int32Array): void {
  if (!column?.meta_data) throw new Error('The library has described no column.');
  let [min_value, max_value] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < min_value) min_value = value;
    if (value > max_value) max_value = value;
  }
  column.meta_data.statistics = { min_value, max_value, null_count: 0n };
}

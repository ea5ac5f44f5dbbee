import { closeSync, fsyncSync, openSync } from 'node:fs';
import { Bytes } from '../bytes.ts';
import type { ExportRecord } from '../columns.ts';
import type { TextFormat } from './format.ts';

/** How much text is written at a time, in bytes. */
const chunkSize = 65_536;

/** Writes lines of text to a file. */
export async function writeTextFile(
  file: string,
  records: AsyncIterable<ExportRecord[]>,
  { header, append }: Pick<TextFormat, 'header' | 'append'>,
): Promise<void> {
  const handle = openSync(file, 'w');
  try {
    const bytes = new Bytes();
    bytes.text(header);
    for await (const batch of records) {
      for (const record of batch) append(record, bytes);
      if (bytes.length >= chunkSize) bytes.writeTo(handle);
    }
    bytes.writeTo(handle);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Collects records into batches. */
export async function* inBatches(records: AsyncIterable<ExportRecord>): AsyncGenerator<ExportRecord[]> {
  let batch: ExportRecord[] = [];
  for await (const record of records) {
    batch.push(record);
    if (batch.length < 5_000) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

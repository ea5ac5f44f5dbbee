import { open } from 'node:fs/promises';
import type { ExportRecord } from '../columns.ts';
import type { TextFormat } from './format.ts';

/** Writes lines of text to a file in batches. */
export async function writeTextFile(
  file: string,
  records: AsyncIterable<ExportRecord[]>,
  { header, line }: Pick<TextFormat, 'header' | 'line'>,
): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.appendFile(header);
    for await (const batch of records) await handle.appendFile(batch.map(line).join(''));
    await handle.sync();
  } finally {
    await handle.close();
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

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type ExportRecord, instantText } from '../columns.ts';
import type { TextFormat } from './format.ts';
import { inBatches, writeTextFile } from './text-file.ts';

/** A record as JSON: the instant is a text. */
export function toJson(record: ExportRecord) {
  return { ...record, time: instantText(record.time) };
}

/** One JSON object per line. */
export const ndjson: TextFormat = {
  header: '',
  append: (record, to) => to.text(`${JSON.stringify(toJson(record))}\n`),
  write: (file, records) => writeTextFile(file, records, ndjson),
  read: (file) => inBatches(readRecords(file)),
};

async function* readRecords(file: string): AsyncGenerator<ExportRecord> {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const record: ReturnType<typeof toJson> = JSON.parse(line);
    yield { ...record, time: Date.parse(record.time) };
  }
}

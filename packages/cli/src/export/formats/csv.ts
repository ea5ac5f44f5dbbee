import { createReadStream } from 'node:fs';
import { columns, type ExportRecord, instantText } from '../columns.ts';
import type { TextFormat } from './format.ts';
import { inBatches, writeTextFile } from './text-file.ts';

/** RFC 4180, with line feeds: a header, then a line for each record. A missing value is empty. */
export const csv: TextFormat = {
  header: `${columns.map(({ name }) => name).join(',')}\n`,
  line: (record) =>
    `${instantText(record.time)},${record.local_date},${quote(record.app_id)},${quote(record.app_name)},` +
    `${quote(record.segment_id)},${quote(record.segment_name)},${record.sessions}\n`,
  write: (file, records) => writeTextFile(file, records, csv),
  read: (file) => inBatches(readRecords(file)),
};

async function* readRecords(file: string): AsyncGenerator<ExportRecord> {
  const { parse } = await import('csv-parse');
  const parser = createReadStream(file).pipe(parse({ columns: true }));
  for await (const fields of parser as AsyncIterable<Record<keyof ExportRecord, string>>) {
    yield {
      time: Date.parse(fields.time),
      local_date: fields.local_date,
      app_id: fields.app_id || null,
      app_name: fields.app_name || null,
      segment_id: fields.segment_id || null,
      segment_name: fields.segment_name || null,
      sessions: Number(fields.sessions),
    };
  }
}

function quote(value: string | null): string {
  if (value === null) return '';
  return special.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

const special = /[",\r\n]/;

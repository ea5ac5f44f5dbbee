import { createReadStream } from 'node:fs';
import { columns, type ExportRecord, instantParts } from '../columns.ts';
import type { TextFormat } from './format.ts';
import { inBatches, writeTextFile } from './text-file.ts';

/** RFC 4180, with line feeds: a header, then a line for each record. A missing value is empty. */
export const csv: TextFormat = {
  header: `${columns.map(({ name }) => name).join(',')}\n`,
  append(record, to) {
    const { date, time } = instantParts(record.time);
    to.text(date);
    to.text(time);
    to.text(',');
    to.text(record.local_date);
    to.text(',');
    to.text(labelOf(record));
    to.text(',');
    to.integer(record.sessions);
    to.text('\n');
  },
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

/** The fields that are the same in all rows of a series: those of the last record are kept. */
function labelOf({ app_id, app_name, segment_id, segment_name }: ExportRecord): string {
  const isLast =
    app_id === last.app_id &&
    app_name === last.app_name &&
    segment_id === last.segment_id &&
    segment_name === last.segment_name;
  if (!isLast) {
    const label = [app_id, app_name, segment_id, segment_name].map(quote).join(',');
    last = { app_id, app_name, segment_id, segment_name, label };
  }
  return last.label;
}

let last: Partial<ExportRecord> & { label: string } = { label: '' };

function quote(value: string | null): string {
  if (value === null) return '';
  return special.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

const special = /[",\r\n]/;

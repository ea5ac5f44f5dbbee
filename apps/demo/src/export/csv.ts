import type { Aligned } from '../series/aligned.ts';
import { changeOf } from '../series/statistics.ts';

/** The CSV dialect of a spreadsheet. */
export interface CsvOptions {
  separator: ',' | ';' | '\t';
  /** Mark that tells Excel the file is UTF-8. */
  byteOrderMark: boolean;
  decimal: '.' | ',';
}

/** The dialect that spreadsheets expect in each language. */
export const csvDefaults: Record<'en' | 'fr', CsvOptions> = {
  en: { separator: ',', byteOrderMark: false, decimal: '.' },
  fr: { separator: ';', byteOrderMark: true, decimal: ',' },
};

/** The format for pasting into a spreadsheet. */
export const clipboardOptions = (decimal: CsvOptions['decimal']): CsvOptions => ({
  separator: '\t',
  byteOrderMark: false,
  decimal,
});

/** Header names of the columns, in the reader's language. */
export interface CsvHeaders {
  time: string;
  lines: readonly string[];
  before: string;
  change: string;
}

/**
 * Writes the series as RFC 4180 CSV, one row for each point.
 *
 * @param timeText writes the start of a point.
 */
export function toCsv(
  { starts, complete, lines }: Aligned,
  headers: CsvHeaders,
  timeText: (start: number) => string,
  { separator, byteOrderMark, decimal }: CsvOptions,
): string {
  const cell = (text: string) =>
    text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const number = (value: number | null | undefined) =>
    value == null ? '' : String(value).replace('.', decimal);
  const head = [
    headers.time,
    ...lines.flatMap(({ before }, index) => {
      const name = guarded(headers.lines[index] ?? '');
      const prefix = lines.length === 1 ? '' : `${name} – `;
      return before ? [name, `${prefix}${headers.before}`, `${prefix}${headers.change}`] : [name];
    }),
  ];
  const rows = starts.map((start, index) => [
    timeText(start),
    ...lines.flatMap(({ values, before }) => {
      const value = values[index];
      if (!before) return [number(value)];
      const was = before[index];
      const ratio = index < complete && value != null && was != null ? changeOf(value, was) : undefined;
      return [
        number(value),
        number(was),
        number(ratio === undefined ? undefined : Math.round(ratio * 10_000) / 10_000),
      ];
    }),
  ]);
  const text = [head, ...rows].map((row) => row.map(cell).join(separator)).join('\r\n');
  return `${byteOrderMark ? '\ufeff' : ''}${text}\r\n`;
}

/** A spreadsheet would run an identifier that starts like a formula. */
function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

import type { Aligned } from '../series/aligned.ts';

/** How a spreadsheet wants its CSV. */
export interface CsvOptions {
  separator: ',' | ';' | '\t';
  /** Mark that tells Excel the file is UTF-8. */
  byteOrderMark: boolean;
  decimal: '.' | ',';
}

/** What each language's spreadsheet opens rightly. */
export const csvDefaults: Record<'en' | 'fr', CsvOptions> = {
  en: { separator: ',', byteOrderMark: false, decimal: '.' },
  fr: { separator: ';', byteOrderMark: true, decimal: ',' },
};

/** Header names of the columns, in the reader's language. */
export interface CsvHeaders {
  time: string;
  lines: readonly string[];
  before: string;
  change: string;
}

/**
 * Writes the series as RFC 4180 CSV, one row for each unit.
 *
 * @param timeText writes a wall time as the API does.
 */
export function toCsv(
  { times, complete, lines }: Aligned,
  headers: CsvHeaders,
  timeText: (wall: number) => string,
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
  const rows = times.map((time, index) => [
    timeText(time),
    ...lines.flatMap(({ values, before }) => {
      const value = values[index];
      if (!before) return [number(value)];
      const was = before[index];
      const isEnded = index < complete;
      const ratio =
        isEnded && value != null && was ? Math.round(((value - was) / was) * 10_000) / 10_000 : null;
      return [number(value), number(was), number(ratio)];
    }),
  ]);
  const text = [head, ...rows].map((row) => row.map(cell).join(separator)).join('\r\n');
  return `${byteOrderMark ? '\ufeff' : ''}${text}\r\n`;
}

/** An identifier that starts like a formula would be run by a spreadsheet. */
function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

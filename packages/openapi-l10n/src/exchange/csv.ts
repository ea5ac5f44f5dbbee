import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { InputError } from '../errors.ts';
import type { ReadFile, UnitFile } from './unit.ts';

const COLUMNS = ['id', 'source', 'target', 'state', 'previous', 'note'] as const;

/** Writes a CSV file (RFC 4180) with a header line and the byte-order mark that spreadsheets need. */
export function writeCsv(file: UnitFile): string {
  return stringify([...file.units], {
    header: true,
    columns: [...COLUMNS],
    bom: true,
    record_delimiter: 'windows',
  });
}

/**
 * Reads a CSV file with the columns `id`, `source` and `target`, in any order and among others. The separator
 * may be a comma, semicolon or tab, since spreadsheets use that of their language.
 */
export function readCsv(text: string, file: string): ReadFile {
  const [head = ''] = text.split(/\r?\n/, 1);
  const delimiter = [',', ';', '\t'].find((sign) => head.replaceAll('"', '').includes(`id${sign}`)) ?? ',';
  let rows: Record<string, string>[];
  try {
    // With `columns`, each record is an object of strings.
    rows = parse(text, { bom: true, columns: true, delimiter, skip_empty_lines: true }) as Record<
      string,
      string
    >[];
  } catch (cause) {
    throw new InputError(`${file} is not CSV: ${cause instanceof Error ? cause.message : String(cause)}`, {
      place: { file, line: cause instanceof CsvError ? Number(cause['lines']) || 1 : 1, column: 1 },
      expected: `the columns ${COLUMNS.join(', ')}`,
      cause,
    });
  }
  const missing = ['id', 'source', 'target'].filter((name) => !(name in (rows[0] ?? {})));
  if (missing.length > 0) {
    const names = missing.join(' and ');
    throw new InputError(`${file} lacks the column${missing.length > 1 ? 's' : ''} ${names}`, {
      place: { file, line: 1, column: 1 },
      expected: `the columns ${COLUMNS.join(', ')}`,
    });
  }
  return {
    targetLanguage: undefined,
    units: rows.map(({ id = '', source = '', target, state }) => ({
      id,
      source,
      target: target || undefined,
      needsReview: state === 'needs-review',
    })),
  };
}

import type { Format, TextFormat } from './format.ts';

/** The formats with their file name extensions. */
export const formats = {
  csv: ['.csv'],
  ndjson: ['.ndjson', '.jsonl'],
  parquet: ['.parquet'],
  sqlite: ['.sqlite', '.sqlite3', '.db'],
  duckdb: ['.duckdb'],
} as const;

/** The name of a format. */
export type FormatName = keyof typeof formats;

/** The format of a file, by its extension. */
export function formatOf(file: string): FormatName | undefined {
  const name = file.toLowerCase();
  return Object.entries(formats).find(([, endings]) =>
    endings.some((ending) => name.endsWith(ending)),
  )?.[0] as
    | FormatName // The keys of `formats`, which Object.entries types as string.
    | undefined;
}

/** Loads a format. @throws DuckdbMissingError */
export async function loadFormat(name: FormatName): Promise<Format> {
  switch (name) {
    case 'csv':
      return (await import('./csv.ts')).csv;
    case 'ndjson':
      return (await import('./ndjson.ts')).ndjson;
    case 'parquet':
      return (await import('./parquet.ts')).parquet;
    case 'sqlite':
      return (await import('./sqlite.ts')).sqlite;
    case 'duckdb': {
      const { duckdb, loadDuckdb } = await import('./duckdb.ts');
      // Checked before anything is fetched.
      await loadDuckdb();
      return duckdb;
    }
  }
}

/** Loads a text format; undefined for other formats. */
export async function loadTextFormat(name: FormatName): Promise<TextFormat | undefined> {
  if (name === 'csv') return (await import('./csv.ts')).csv;
  if (name === 'ndjson') return (await import('./ndjson.ts')).ndjson;
  return undefined;
}

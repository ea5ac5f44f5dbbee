import type { Format, TextFormat } from './format.ts';

/** The names of the formats, with the endings of file names that mean them. */
export const formats = {
  csv: ['.csv'],
  ndjson: ['.ndjson', '.jsonl'],
  parquet: ['.parquet'],
  sqlite: ['.sqlite', '.sqlite3', '.db'],
  duckdb: ['.duckdb'],
} as const;

/** The name of a format. */
export type FormatName = keyof typeof formats;

/** The format that the name of a file means. */
export function formatOf(file: string): FormatName | undefined {
  const name = file.toLowerCase();
  return Object.entries(formats).find(([, endings]) =>
    endings.some((ending) => name.endsWith(ending)),
  )?.[0] as
    | FormatName // The keys of `formats`, which Object.entries types as string.
    | undefined;
}

/** Loads what writes a format. @throws DuckdbMissingError */
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
      // Before anything is fetched for it.
      await loadDuckdb();
      return duckdb;
    }
  }
}

/** Loads a format of text lines; undefined when the format is not one. */
export async function loadTextFormat(name: FormatName): Promise<TextFormat | undefined> {
  if (name === 'csv') return (await import('./csv.ts')).csv;
  if (name === 'ndjson') return (await import('./ndjson.ts')).ndjson;
  return undefined;
}

import { readFileSync } from 'node:fs';
import { CommandError } from '../exit-codes.ts';
import type { Names } from '../export/columns.ts';
import type { Words } from '../words/words.ts';

/**
 * Reads names of apps and segments: a JSON object of names by identifier, or a CSV file whose first two columns are
 * identifier and name.
 *
 * @throws CommandError when the file is missing or invalid.
 */
export async function readNames(file: string, words: Words): Promise<Names> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new CommandError('noInput', words.names.unreadable(file), { cause: error });
  }
  try {
    if (file.toLowerCase().endsWith('.csv')) return await namesOfCsv(text);
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && Object.values(value).every(isText)) {
      return new Map(Object.entries(value as Record<string, string>));
    }
  } catch (error) {
    throw new CommandError('data', words.names.malformed(file), { cause: error });
  }
  throw new CommandError('data', words.names.malformed(file));
}

async function namesOfCsv(text: string): Promise<Names> {
  const { parse } = await import('csv-parse/sync');
  const rows: string[][] = parse(text, { relax_column_count: true, skip_empty_lines: true });
  const pairs = rows.map(([id, name]) => [id ?? '', name ?? ''] as const);
  if (pairs.some(([id, name]) => id === '' || name === '')) throw new TypeError('A row has no name.');
  // A header row is harmless as one more name.
  return new Map(pairs);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

import { readFileSync } from 'node:fs';
import { readRecording } from './recording.ts';
import type { SessionSource } from './source.ts';

/** A file that cannot be served; the message is for users. */
export class DataError extends Error {
  override readonly name = 'DataError';
}

const shownProblems = 20;

/** Reads a recorded export, and reports which rows could not be read. @throws DataError */
export function readData(file: string, report: (line: string) => void): SessionSource {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw new DataError(
      `--data ${file}: ${code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`}.`,
    );
  }
  const { source, rows, problems } = readRecording(text, /\.(jsonl|ndjson)$/i.test(file) ? 'jsonl' : 'csv');
  for (const { line, why } of problems.slice(0, shownProblems)) report(`${file}:${line}: ${why}`);
  if (problems.length > shownProblems) report(`${file}: and ${problems.length - shownProblems} more rows.`);
  if (rows === 0)
    throw new DataError(`--data ${file}: no row could be read. Expected the columns time and sessions.`);
  return source;
}

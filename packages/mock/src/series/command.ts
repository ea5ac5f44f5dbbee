/** What the command line has besides the options of every mock: a source of session counts. */
import { type Command, FileError } from 'openapi-mock-engine/command';
import { DataError, readData } from './data.ts';
import { createSource, type Source } from './own.ts';

export const ownOptions: Command['ownOptions'] = { data: { type: 'string' } };

export const ownHelp: Command['ownHelp'] = [
  {
    heading: 'What it answers',
    options: [
      {
        usage: '--data <file>',
        does: 'a recorded export: CSV, or JSON lines if the name ends in .jsonl or .ndjson',
      },
    ],
  },
];

/** A source, and what the mock prints about it at its start. */
interface Loaded {
  readonly source: Source;
  readonly lines: readonly string[];
}

/**
 * The source that the options name.
 *
 * @param note prints a line, such as a row of the file that cannot be read
 * @throws FileError
 */
export function loadSource(values: Readonly<Record<string, unknown>>, note: (line: string) => void): Loaded {
  const { data, seed } = values;
  const source = typeof data === 'string' ? readFile(data, note) : createSource(Number(seed));
  const { apps, segments } = source;
  const width = 2 + Math.max(...[...apps, ...segments].map(({ id }) => id.length));
  const list = (known: Source['apps']): string =>
    known.map(({ id, name }) => `  ${id.padEnd(width)}${name === id ? '' : name}`.trimEnd()).join('\n') ||
    '  none';
  const others = `Any other identifier has ${typeof data === 'string' ? 'no sessions' : 'its own series'}.`;
  return { source, lines: [`Apps\n${list(apps)}`, `Segments\n${list(segments)}`, '', others, ''] };
}

function readFile(file: string, note: (line: string) => void): Source {
  try {
    return readData(file, note);
  } catch (error) {
    if (error instanceof DataError) throw new FileError(error.message);
    throw error;
  }
}

import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { InputError } from '../errors.ts';
import { fileReason } from './file-errors.ts';
import { jsonSource } from './json-source.ts';
import { Lines } from './lines.ts';
import type { SourceFile } from './source-file.ts';
import { yamlSource } from './yaml-source.ts';

const BOM = '\uFEFF';
/** The name that stands for standard input. */
const STDIN = '-';

/** Reads the text of a file, or of standard input when its name is `-`. */
export async function readText(file: string, expected: string): Promise<string> {
  let bytes: Buffer;
  if (file === STDIN && process.stdin.readableEnded)
    throw new InputError('Standard input was already read', { expected: 'the argument "-" once' });
  try {
    bytes = file === STDIN ? await buffer(process.stdin) : await readFile(file);
  } catch (cause) {
    throw new InputError(`Cannot read ${file}: ${fileReason(cause)}`, { expected, cause });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new InputError(`Cannot read ${file}: it is not UTF-8`, {
      expected: `${expected} in UTF-8`,
      help: 'Save the file as UTF-8.',
      cause,
    });
  }
}

/**
 * Reads and parses a YAML or JSON file; `-` is standard input.
 *
 * @throws {InputError} when it cannot be read or {@link parseSource} rejects it.
 */
export async function readSource(file: string): Promise<SourceFile> {
  return parseSource(await readText(file, 'a YAML or JSON file'), file);
}

/**
 * Parses a YAML or JSON text. A byte-order mark and CRLF are understood.
 *
 * @param file the name of the text in errors and findings
 * @throws {InputError} with line and column when the text is neither JSON nor YAML, or an object repeats a key.
 */
export function parseSource(text: string, file: string): SourceFile {
  const body = text.startsWith(BOM) ? text.slice(1) : text;
  const bom = body !== text;
  const lines = new Lines(body);
  // JSON is tried first whatever the file name, since that is many times faster.
  const json = extname(file) === '.json' || (/^\s*[[{]/.test(body) && isJson(body));
  return { ...(json ? jsonSource(body, file, lines) : yamlSource(body, file, lines)), bom };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

import { extname } from 'node:path';
import { InputError } from '../errors.ts';
import { readCsv, writeCsv } from './csv.ts';
import { readPo, writePo } from './po.ts';
import { readXliff } from './read-xliff.ts';
import type { ReadFile, UnitFile } from './unit.ts';
import { writeXliff } from './write-xliff.ts';

/** A format that translators' tools read and write. */
export interface ExchangeFormat {
  extensions: readonly string[];
  summary: string;
  write(file: UnitFile): string;
  /** @throws {InputError} with the place of what cannot be read */
  read(text: string, file: string): ReadFile;
}

/** Every format by its name on the command line. */
export const exchangeFormats: Readonly<Record<string, ExchangeFormat>> = {
  xliff: {
    extensions: ['.xlf', '.xliff'],
    summary: 'XLIFF 1.2',
    write: (file) => writeXliff(file, '1.2'),
    read: readXliff,
  },
  xliff2: {
    extensions: [],
    summary: 'XLIFF 2.0',
    write: (file) => writeXliff(file, '2.0'),
    read: readXliff,
  },
  po: { extensions: ['.po', '.pot'], summary: 'gettext PO', write: writePo, read: readPo },
  csv: { extensions: ['.csv', '.tsv'], summary: 'CSV for spreadsheets', write: writeCsv, read: readCsv },
};

/** The format of a file by its extension; undefined for a contract. */
export function formatOfFile(file: string): ExchangeFormat | undefined {
  const extension = extname(file).toLowerCase();
  return Object.values(exchangeFormats).find(({ extensions }) => extensions.includes(extension));
}

/** The format with a name. @throws {InputError} for an unknown name. */
export function exchangeFormat(name: string): ExchangeFormat {
  const format = Object.hasOwn(exchangeFormats, name) ? exchangeFormats[name] : undefined;
  if (format) return format;
  throw new InputError(`Unknown format "${name}"`, { expected: Object.keys(exchangeFormats).join(', ') });
}

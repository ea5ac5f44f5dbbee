import type { Calendar } from '../period/calendar.ts';
import type { Words } from '../words/words.ts';
import type { Names } from './columns.ts';
import type { ExportFiles } from './files.ts';
import type { Format } from './formats/format.ts';
import type { ExportQuery } from './query.ts';
import type { SavedQuery } from './state.ts';

/** What to do with the files of an earlier run. */
export type Continuation = 'none' | 'resume' | 'append' | 'overwrite';

/** One export to a file. */
export interface ExportJob {
  files: ExportFiles;
  format: Format;
  query: ExportQuery;
  /** Metadata of the query for files. */
  facts: Pick<SavedQuery, 'operation' | 'instance' | 'last'>;
  contractVersion: string;
  calendar: Calendar;
  names: Names;
  continuation: Continuation;
  words: Words;
}

/** The plan of an export. */
export interface Start {
  /** The number of rows kept from earlier runs. */
  keptRows: number;
  /** The first instant to fetch. */
  from: number;
  /** The number of requests, without retries. */
  requests: number;
  /** The query, with the period of the earlier run. */
  query: ExportQuery;
  /** What is reused from an earlier run. */
  origin: 'nothing' | 'journal' | 'output';
}

/** The result of an export. */
export interface ExportResult {
  rows: number;
  bytes: number;
}

/** How an export runs. */
export interface RunOptions {
  signal: AbortSignal;
  now: () => number;
  concurrency?: number | undefined;
  onRequest?: () => void;
  /** Called before fetched rows are stored; if it throws, the export ends. */
  onBatch?: () => void;
  /** Called with the number of rows that are safely on disk. */
  onStored?: (rows: number) => void;
}

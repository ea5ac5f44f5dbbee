import { daysFromCivil } from './civil.ts';
import { type CsvRow, readCsv } from './csv.ts';
import { parseEndingAt } from './ending-at.ts';
import type { SessionSource } from './source.ts';

/** The format of a recording: CSV with a header row, or one JSON object per line. */
export type RecordingFormat = 'csv' | 'jsonl';

/** A recorded export as a source, with the rows that could not be read. */
export interface Recording {
  source: SessionSource;
  /** The number of rows. */
  rows: number;
  problems: { line: number; why: string }[];
}

/** One row: sessions from `from` (inclusive) to `to` (exclusive), in minutes since the epoch. */
interface Span {
  line: number;
  from: number;
  to: number;
  sessions: number;
}

const columns = ['time', 'sessions', 'app', 'segment'];

/**
 * Reads an export with the columns `time`, `sessions` and optionally `app` and `segment`. A date is a day in UTC, a
 * date-time an hour. A row without a segment counts all users; a row without an app counts all apps.
 */
export function readRecording(text: string, format: RecordingFormat): Recording {
  const streams = new Map<string, Map<string | undefined, Span[]>>();
  const apps = new Set<string>();
  const segments = new Set<string>();
  const problems: Recording['problems'] = [];
  let rows = 0;
  for (const { line, row } of format === 'csv'
    ? readCsv(text, columns, problems)
    : readLines(text, problems)) {
    const span = toSpan(row, line);
    if (typeof span === 'string') {
      problems.push({ line, why: span });
      continue;
    }
    rows += 1;
    const app = row.app || undefined;
    const segment = row.segment || '';
    if (app !== undefined) apps.add(app);
    if (segment !== '') segments.add(segment);
    const bySegment = streams.get(segment) ?? new Map<string | undefined, Span[]>();
    streams.set(segment, bySegment);
    const spans = bySegment.get(app) ?? [];
    bySegment.set(app, spans);
    spans.push(span);
  }
  for (const bySegment of streams.values()) rows -= dropDoubles(bySegment, problems);
  const named = (ids: Set<string>) => [...ids].sort().map((id) => ({ id, name: id }));
  const source: SessionSource = {
    apps: named(apps),
    segments: named(segments),
    count(from, to, app, segment = '') {
      const bySegment = streams.get(segment);
      if (bySegment === undefined) return 0;
      if (app !== undefined) return countSpans(bySegment.get(app) ?? [], from, to);
      let sum = 0;
      for (const spans of bySegment.values()) sum += countSpans(spans, from, to);
      return sum;
    },
  };
  return { source, rows, problems: problems.sort((a, b) => a.line - b.line) };
}

function toSpan(row: CsvRow, line: number): Span | string {
  const { time = '', sessions = '' } = row;
  if (!/^\d{1,15}$/.test(sessions)) return `sessions: ${JSON.stringify(sessions)} is not a whole number.`;
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(time);
  const start = parseEndingAt(date === null ? time : `${time}T00:00:00Z`);
  if (start === undefined)
    return `time: ${JSON.stringify(time)} is neither an ISO 8601 date nor a date-time.`;
  const from =
    date === null ? start.minute : daysFromCivil(Number(date[1]), Number(date[2]), Number(date[3])) * 1440;
  return { line, from, to: from + (date === null ? 60 : 1440), sessions: Number(sessions) };
}

/**
 * Drops rows that would be counted twice: repeated rows, days that overlap their hours, totals that overlap their parts. Each
 * is reported with the line that it overlaps.
 *
 * @returns the number of dropped rows
 */
function dropDoubles(byApp: Map<string | undefined, Span[]>, problems: Recording['problems']): number {
  let dropped = 0;
  const drop = (line: number, why: string): void => {
    problems.push({ line, why });
    dropped += 1;
  };
  for (const [app, spans] of byApp) {
    spans.sort((a, b) => a.from - b.from || a.line - b.line);
    const kept: Span[] = [];
    for (const span of spans) {
      const before = kept.at(-1);
      if (before === undefined || before.to <= span.from) kept.push(span);
      else if (before.from === span.from && before.to === span.to)
        drop(span.line, `it is for the same time as line ${before.line}, so it is not counted.`);
      else drop(span.line, `its time overlaps line ${before.line}, so it is not counted.`);
    }
    byApp.set(app, kept);
  }
  const totals = byApp.get(undefined);
  if (totals === undefined || byApp.size === 1) return dropped;
  const parts = [...byApp]
    .flatMap(([app, spans]) => (app === undefined ? [] : spans))
    .sort((a, b) => a.from - b.from);
  const alone = totals.filter((total) => {
    const part = overlapping(parts, total);
    if (part !== undefined)
      drop(
        total.line,
        `it is for all apps, and line ${part.line} is for one app at the same time, so it is not counted.`,
      );
    return part === undefined;
  });
  byApp.set(undefined, alone);
  return dropped;
}

/** A row at the same time as another one. */
function overlapping(spans: readonly Span[], { from, to }: Span): Span | undefined {
  for (let index = firstReaching(spans, from); index < spans.length; index += 1) {
    const span = spans[index];
    if (span === undefined || span.from >= to) return undefined;
    if (span.to > from) return span;
  }
  return undefined;
}

function* readLines(text: string, problems: Recording['problems']): Generator<{ line: number; row: CsvRow }> {
  let line = 0;
  for (const source of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    line += 1;
    if (source.trim() === '') continue;
    try {
      const value: unknown = JSON.parse(source);
      if (typeof value !== 'object' || value === null) throw new TypeError('not an object');
      yield {
        line,
        row: Object.fromEntries(Object.entries(value).map(([name, cell]) => [name, String(cell ?? '')])),
      };
    } catch {
      problems.push({ line, why: 'it is not a JSON object.' });
    }
  }
}

/** The sessions in a period. A row that is only partly in it contributes a rounded share, so that parts add up. */
function countSpans(spans: readonly Span[], from: number, to: number): number {
  let sum = 0;
  for (let index = firstReaching(spans, from); index < spans.length; index += 1) {
    const span = spans[index];
    if (span === undefined || span.from >= to) break;
    if (span.to > from) sum += upTo(span, to) - upTo(span, from);
  }
  return sum;
}

/** The first row that can include a minute: rows are at most a day long. */
function firstReaching(spans: readonly Span[], minute: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.from ?? 0) < minute - 1440) low = middle + 1;
    else high = middle;
  }
  return low;
}

function upTo({ from, to, sessions }: Span, minute: number): number {
  if (minute <= from) return 0;
  return minute >= to ? sessions : Math.floor((sessions * (minute - from)) / (to - from));
}

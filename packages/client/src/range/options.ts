import type { GetSessionsDataSeriesParameters } from '../generated/methods.ts';
import { defaultUnit, filters, units } from '../generated/range-facts.ts';
import { type CallOptions, checkOptions, callOptions as kinds } from '../options.ts';
import { refuseUnknown } from '../refuse.ts';
import { type RangeInstant, readInstant } from './instants.ts';
import type { SessionsPoint } from './points.ts';
import { offsetAt } from './time-zone.ts';
import type { Unit } from './windows.ts';

/** A range of time, and the sessions to count in it. */
export interface RangeQuery extends Omit<GetSessionsDataSeriesParameters, 'length' | 'ending_at'> {
  /** The first instant; the whole day or hour that contains it is covered. */
  from: RangeInstant;
  /** The first instant that need not be covered. */
  to: RangeInstant;
  /**
   * The IANA time zone of the days and hours, such as `Europe/Paris`.
   *
   * @default UTC
   */
  timeZone?: string;
}

/** The points of one call of a range. */
export interface RangePage {
  /** In ascending order, each once; none where the response has none. */
  points: SessionsPoint[];
  /** The `from` of a range that continues after this page. */
  next: Date;
}

/** The progress of a range. */
export interface RangeProgress {
  /** The number of calls answered. */
  done: number;
  /** The total number of calls. */
  total: number;
  /** The `from` to continue with after the points so far. */
  next: Date;
}

/**
 * Options of a range and of its calls. By default, a call is retried 10 times within 10 minutes, since one failure would lose the
 * whole range.
 */
export interface RangeOptions extends CallOptions {
  /**
   * Maximum number of simultaneous calls, and of responses in memory: a whole number, 1 or more.
   *
   * @default 4
   */
  concurrency?: number;
  /**
   * Add a point with 0 sessions for each day or hour missing from a response.
   *
   * @default false
   */
  fillGaps?: boolean;
  /** Called, and awaited, after the points of each call have been yielded. */
  onProgress?: (progress: RangeProgress) => unknown;
}

/** A validated range. */
export interface ReadRange {
  readonly from: number;
  readonly to: number;
  readonly unit: Unit;
  readonly timeZone: string;
  /** The sessions to count. */
  readonly filter: Readonly<Record<string, unknown>>;
}

const names = ['from', 'to', 'timeZone', 'unit', ...filters];
const longest = 100 * 366 * 24 * 3_600_000;

/**
 * Validates the query of a range.
 *
 * @throws TypeError for an unknown name.
 * @throws RangeError for an invalid instant, unit or time zone, and for a range that ends before it begins or has more than
 *   100 years.
 */
export function readRange(query: RangeQuery): ReadRange {
  checkObject(query, 'from and to');
  refuseUnknown('range', query, names);
  const { unit = defaultUnit, timeZone = 'UTC' } = query;
  if (!units.includes(unit))
    throw new RangeError(`unit: "${unit}" is unknown. Expected ${units.join(' or ')}.`);
  try {
    // Creates the formatter of a zone only once.
    offsetAt(timeZone, 0);
  } catch {
    throw new RangeError(`timeZone: "${timeZone}" is unknown. Expected an IANA name such as "Europe/Paris".`);
  }
  const from = readInstant(query.from, 'from', timeZone);
  const to = readInstant(query.to, 'to', timeZone);
  const [first, last] = [from, to].map((instant) => new Date(instant).toISOString());
  if (to < from) throw new RangeError(`to: ${last} is before from: ${first}.`);
  if (to - from > longest) throw new RangeError(`from ${first} to ${last} is more than 100 years.`);
  const filter = filters.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]]));
  return { from, to, unit, timeZone, filter: Object.fromEntries(filter) };
}

const rangeOptions = {
  ...kinds,
  concurrency: undefined, // checked below
  onProgress: 'function',
  fillGaps: 'boolean',
} as const;

/**
 * Splits the options of a range from those of its calls, and checks both.
 *
 * @throws TypeError for an option that is unknown or of the wrong kind; RangeError for a `concurrency` that is not a whole number of 1
 *   or more.
 */
export function readRangeOptions(options: RangeOptions) {
  checkObject(options, 'options');
  checkOptions(options, rangeOptions);
  const { concurrency = 4, onProgress, fillGaps = false, ...callOptions } = options;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new RangeError(`concurrency: ${concurrency} is not a whole number of 1 or more.`);
  }
  return { concurrency, onProgress, fillGaps, callOptions };
}

function checkObject(value: unknown, what: string): void {
  if (typeof value === 'object' && value !== null) return;
  throw new TypeError(`range: expected an object of ${what}, got ${value}.`);
}

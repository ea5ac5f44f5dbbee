import { defaultUnit, filters, units } from '../generated/range-facts.ts';
import type { CallOptions } from '../options.ts';
import { checkCallOptions } from '../options.ts';
import { readInstant } from './instants.ts';
import type { RangeOptions, RangeQuery } from './range.ts';
import type { Unit } from './windows.ts';

/** A range that was checked. */
export interface ReadRange {
  readonly from: number;
  readonly to: number;
  readonly unit: Unit;
  readonly timeZone: string;
  /** Whose sessions to count. */
  readonly filter: Readonly<Record<string, unknown>>;
}

const names = ['from', 'to', 'timeZone', 'unit', ...filters];
const longest = 100 * 366 * 24 * 3_600_000;

/**
 * Reads what a range is asked for.
 *
 * @throws TypeError for an unknown name.
 * @throws RangeError for an instant, unit or time zone that is none, and for a range that ends before it begins or has more than
 *   100 years.
 */
export function readRange(query: RangeQuery): ReadRange {
  refuseUnknown(query, names, 'range');
  const { unit = defaultUnit, timeZone = 'UTC' } = query;
  if (!units.includes(unit))
    throw new RangeError(`unit: "${unit}" is unknown. Expected ${units.join(' or ')}.`);
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new RangeError(`timeZone: "${timeZone}" is unknown. Expected an IANA name such as "Europe/Paris".`);
  }
  const from = readInstant(query.from, 'from', timeZone);
  const to = readInstant(query.to, 'to', timeZone);
  if (to < from) throw new RangeError(`to: ${query.to} is before from: ${query.from}.`);
  if (to - from > longest) throw new RangeError(`from ${query.from} to ${query.to} is more than 100 years.`);
  const filter = filters.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]]));
  return { from, to, unit, timeZone, filter: Object.fromEntries(filter) };
}

/**
 * Splits the options of a range from those of its calls, and checks both.
 *
 * @throws TypeError for an unknown option; RangeError for a `concurrency` that is not a whole number of 1 or more.
 */
export function readRangeOptions(options: RangeOptions) {
  const { concurrency = 4, onProgress, fillGaps = false, ...callOptions } = options;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new RangeError(`concurrency: ${concurrency} is not a whole number of 1 or more.`);
  }
  checkCallOptions(callOptions);
  return { concurrency, onProgress, fillGaps, callOptions: callOptions as CallOptions };
}

function refuseUnknown(value: object, known: readonly string[], what: string): void {
  for (const name in value) {
    if (!known.includes(name))
      throw new TypeError(`${what}: unknown "${name}". Expected ${known.join(', ')}.`);
  }
}

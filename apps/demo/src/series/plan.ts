import { maximumLength, type Unit } from '../contract/parameters.ts';
import { day, hour } from '../time/clock.ts';

/** One line of the chart: an app, a segment, both, or the whole workspace. */
export interface Line {
  app_id?: string;
  segment_id?: string;
}

/** The unit of a point of the chart. Weeks and months are sums of days. */
export const granularities = ['hour', 'day', 'week', 'month'] as const;
export type Granularity = (typeof granularities)[number];

/** A period, excluding its end. */
export interface Span {
  from: number;
  to: number;
}

/** What to fetch for a valid view. Instants are seconds since the epoch. */
export interface Plan {
  /** The unit of the request. */
  unit: Unit;
  by: Granularity;
  /** The time zone: an IANA name or an offset. */
  zone: string;
  /** Weekday that weeks start on: 0 is Sunday, 1 is Monday. */
  weekStart: number;
  /** Start of the first unit. */
  from: number;
  /** End of the last unit. */
  to: number;
  /** Units that end later are in progress; never outside `from` and `to`. */
  ended: number;
  /** Units that start at this instant or later are upcoming; never outside `from` and `to`. */
  begun: number;
  lines: Line[];
  /** Set when the view is one call of the API, as it was typed. */
  call: { length: number; endingAt: string | undefined } | undefined;
}

/** The settings of the reader's browser, used if they are not in the URL. */
export interface Reader {
  zone: string;
  weekStart: number;
}

/** The number of calls per line of a plan. */
export const callsOf = ({ from, to, unit }: Pick<Plan, 'from' | 'to' | 'unit'>): number =>
  Math.ceil((to - from) / (unit === 'hour' ? hour : day) / maximumLength);

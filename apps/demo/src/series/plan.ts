import { isUnit, rule, secondsOf, type Unit } from '../contract/parameters.ts';
import { type Problem, validate } from '../contract/validate.ts';
import { parameters } from '../generated/contract.ts';
import type { View } from '../view/view.ts';
import {
  isoDateTime,
  parseEndingAt,
  parseTyped,
  startOfUnit,
  type WrittenTime,
  wallTimeAt,
} from './wall-time.ts';

/** One line of the chart: an app, a segment, both, or the whole workspace. */
export interface Line {
  app_id?: string;
  segment_id?: string;
}

/** What to fetch, once the view has been found right. */
export interface Plan {
  unit: Unit;
  /** Units in the period. */
  count: number;
  /** How many of them had ended by now; fewer than `count` while the last is under way. */
  complete: number;
  /** As it goes on the wire; absent: the time of the request. */
  endingAt: string | undefined;
  /** True when one call cannot or need not answer it: the client cuts the range. */
  isRange: boolean;
  /** Wall time of the first unit. */
  first: number;
  /** Wall time of the last unit. */
  last: number;
  offset: string;
  lines: Line[];
}

/** Problems that only the page knows, beside the contract's. */
export type ViewProblem =
  | Problem
  | { kind: 'fromAfterEnd' }
  | { kind: 'tooManyPoints'; maximum: number }
  | { kind: 'tooManyLines'; maximum: number };

/** Fields of the panel. */
export type Field = 'length' | 'unit' | 'endingAt' | 'from' | 'apps' | 'segments';

/** What the chart tells apart at a glance. */
const mostLines = 6;
/** Five years by the hour. */
const mostPoints = 44_000;

/**
 * Turns a view into what to fetch.
 *
 * @param now epoch milliseconds: the end of a view without `ending_at`, and what decides which units have ended.
 * @returns the problems instead, by field, when there are any; nothing is to be sent then.
 */
export function planOf(
  view: View,
  now: number,
): { plan: Plan } | { problems: Partial<Record<Field, ViewProblem>> } {
  const problems: Partial<Record<Field, ViewProblem>> = {};
  const note = (field: Field, problem: ViewProblem | undefined) => {
    if (problem) problems[field] ??= problem;
  };
  if (view.from === undefined) note('length', validate(rule('length'), view.length));
  note('unit', validate(rule('unit'), view.unit));
  note('endingAt', validate(rule('ending_at'), view.endingAt));
  const end = endOf(view.endingAt, now);
  if (!end) note('endingAt', { kind: 'wrongFormat' });
  const from = view.from === undefined ? undefined : parseTyped(view.from, '00:00')?.wall;
  if (view.from !== undefined && from === undefined)
    note('from', { kind: view.from === '' ? 'missing' : 'wrongFormat' });
  const [apps, segments] = [[...new Set(view.apps)], [...new Set(view.segments)]];
  const lines = apps.flatMap((app) => segments.map((segment) => line(app, segment)));
  if (lines.length > mostLines) {
    note(segments.length > apps.length ? 'segments' : 'apps', {
      kind: 'tooManyLines',
      maximum: mostLines,
    });
  }
  if (!end || !isUnit(view.unit) || Object.keys(problems).length > 0) return { problems };

  const seconds = secondsOf[view.unit];
  const last = startOfUnit(end.wall, seconds);
  const first = from === undefined ? last - (Number(view.length) - 1) * seconds : startOfUnit(from, seconds);
  const count = (last - first) / seconds + 1;
  if (count < 1) return { problems: { from: { kind: 'fromAfterEnd' } } };
  if (count > mostPoints) return { problems: { from: { kind: 'tooManyPoints', maximum: mostPoints } } };
  const ended = Math.floor((wallTimeAt(now, end.offset) - first) / seconds);
  const isRange = count > parameters.length.schema.maximum;
  return {
    plan: {
      unit: view.unit,
      count,
      complete: Math.min(count, Math.max(0, ended)),
      endingAt: view.endingAt,
      isRange,
      first,
      last,
      offset: end.offset,
      lines,
    },
  };
}

/** A plan that ends with the unit at this wall time, and says so on the wire. */
export function endingWith(last: number, plan: Plan): Plan {
  const seconds = secondsOf[plan.unit];
  return {
    ...plan,
    first: last - (plan.count - 1) * seconds,
    last,
    complete: plan.count,
    endingAt: `${isoDateTime(last + seconds - 1)}${plan.offset || 'Z'}`,
  };
}

function endOf(endingAt: string | undefined, now: number): WrittenTime | undefined {
  return endingAt === undefined ? { wall: Math.floor(now / 1000), offset: '' } : parseEndingAt(endingAt);
}

function line(app: string, segment: string): Line {
  return { ...(app !== '' && { app_id: app }), ...(segment !== '' && { segment_id: segment }) };
}

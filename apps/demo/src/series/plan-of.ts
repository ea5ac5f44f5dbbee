/** From a view, as it is typed, to what is fetched for it. */
import { isUnit, type Unit } from '../contract/parameters.ts';
import { firstDayOfMonth, firstDayOfWeek, monthOf, parseDay, weekOf } from '../time/calendar.ts';
import { type Clock, clockOf, day, hour, isZone, offsetSeconds } from '../time/clock.ts';
import { parseDateTime, zoneOf } from '../time/written-time.ts';
import type { View } from '../view/view.ts';
import { type Granularity, granularities, type Line, type Plan, type Reader, type Span } from './plan.ts';
import { daysOf } from './presets.ts';
import { lengthProblem, type Note, type Problems } from './problems.ts';

/** The maximum number of lines that can be distinguished. */
const mostLines = 6;
/** Five years by the hour. */
const mostPoints = 44_000;

/**
 * Converts a view to a plan.
 *
 * @param now seconds since the epoch: the default end of a view, which determines which units are complete.
 * @returns the problems by field instead, if there are any; nothing must be sent then.
 */
export function planOf(view: View, now: number, reader: Reader): { plan: Plan } | { problems: Problems } {
  const problems: Problems = {};
  const note: Note = (field, value, problem) => {
    if (problem) problems[field] ??= { problem, value };
  };
  const by = granularities.find((known) => known === view.by);
  const unit = by === undefined || by === 'week' || by === 'month' ? 'day' : by;
  if (!by || !isUnit(unit)) note('by', view.by, { kind: 'notListed', allowed: granularities });
  const lines = linesOf(view);
  if (lines.length > mostLines) {
    const field = view.segments.length > view.apps.length ? 'segments' : 'apps';
    note(field, '', { kind: 'tooManyLines', maximum: mostLines });
  }
  const zone = zoneOfView(view, reader);
  // Only a single call has an offset; a view has a time zone, which the command line accepts, too.
  const isOffset = view.period.kind !== 'length' && /^[+-]/.test(zone);
  if (!isZone(zone) || isOffset) note('zone', zone, { kind: 'unknownZone' });
  // Wrong dates are shown next to a wrong time zone, too.
  const clock = clockOf(isZone(zone) ? zone : 'UTC');
  const asked = spanOf(view, unit, clock, now, note);
  if (!asked || !by || Object.keys(problems).length > 0) return { problems };
  const started = startOfUnit(clock, now, unit);
  const span =
    view.period.kind === 'length'
      ? asked
      : fitted(asked, {
          by,
          clock,
          started,
          isPreset: view.period.kind === 'preset',
          weekStart: reader.weekStart,
        });

  const points = (span.to - span.from) / (unit === 'hour' ? hour : day);
  if (points > mostPoints) {
    const field = view.period.kind === 'length' ? 'length' : 'from';
    return { problems: { [field]: { problem: { kind: 'tooManyPoints', maximum: mostPoints }, value: '' } } };
  }
  const { from, to } = span;
  return {
    plan: {
      unit,
      by,
      zone,
      weekStart: reader.weekStart,
      from,
      to,
      ended: within(span, started),
      begun: within(span, unit === 'hour' ? started + hour : clock.startOfDay(clock.dayOf(started) + 1)),
      lines,
      call:
        view.period.kind === 'length' && by === unit
          ? { length: Number(view.period.length), endingAt: view.period.endingAt }
          : undefined,
    },
  };
}

const within = ({ from, to }: Span, instant: number): number => Math.min(to, Math.max(from, instant));

interface Fit {
  by: Granularity;
  clock: Clock;
  /** Start of the unit in progress. */
  started: number;
  isPreset: boolean;
  weekStart: number;
}

/** Cuts off the future, and starts presets with a whole week or month. */
function fitted({ from, to }: Span, { by, clock, started, isPreset, weekStart }: Fit): Span {
  const first = clock.dayOf(from);
  const start =
    by === 'week'
      ? firstDayOfWeek(weekOf(first, weekStart), weekStart)
      : by === 'month'
        ? firstDayOfMonth(monthOf(first))
        : first;
  const end = by === 'hour' ? started + hour : clock.startOfDay(clock.dayOf(started) + 1);
  return { from: isPreset ? clock.startOfDay(start) : from, to: from < end ? Math.min(to, end) : to };
}

/** Start of the first unit and end of the last. */
function spanOf({ period }: View, unit: Unit, clock: Clock, now: number, note: Note): Span | undefined {
  const days = (first: number, last: number) => ({
    from: clock.startOfDay(first),
    to: clock.startOfDay(last + 1),
  });
  switch (period.kind) {
    case 'preset': {
      const { first, last } = daysOf(period.preset, clock.dayOf(now));
      return days(first, last);
    }
    case 'range': {
      const [first, last] = [parseDay(period.from), parseDay(period.to)];
      const problemOf = (text: string) => ({ kind: text === '' ? 'missing' : 'notADate' }) as const;
      if (first === undefined) note('from', period.from, problemOf(period.from));
      if (last === undefined) note('to', period.to, problemOf(period.to));
      if (first === undefined || last === undefined) return undefined;
      if (first > last) note('from', period.from, { kind: 'fromAfterTo' });
      return days(first, last);
    }
    case 'length': {
      const { length, endingAt } = period;
      const written = endingAt === undefined ? undefined : parseDateTime(endingAt);
      const wrongLength = lengthProblem(length);
      const wrongEnd = endingAt !== undefined && !written ? ({ kind: 'wrongFormat' } as const) : undefined;
      note('length', length, wrongLength);
      note('endingAt', endingAt ?? '', wrongEnd);
      if (wrongLength || wrongEnd) return undefined;
      const end = written ? written.wall - offsetSeconds(written.offset) : now;
      const units = Number(length);
      if (unit === 'hour') {
        const last = startOfUnit(clock, end, unit);
        return { from: last - (units - 1) * hour, to: last + hour };
      }
      const last = clock.dayOf(end);
      return days(last - units + 1, last);
    }
  }
}

/** The time zone of a single call is the offset of its end, or UTC; other views use the reader's. */
function zoneOfView({ period, zone }: View, reader: Reader): string {
  if (period.kind !== 'length') return zone ?? reader.zone;
  return zoneOf(parseDateTime(period.endingAt ?? '')?.offset ?? '');
}

function startOfUnit(clock: Clock, instant: number, unit: Unit): number {
  if (unit === 'day') return clock.startOfDay(clock.dayOf(instant));
  const wall = clock.wallOf(instant);
  return instant - (wall - Math.floor(wall / hour) * hour);
}

function linesOf(view: View): Line[] {
  const [apps, segments] = [[...new Set(view.apps)], [...new Set(view.segments)]];
  return apps.flatMap((app) =>
    segments.map((segment) => ({
      ...(app !== '' && { app_id: app }),
      ...(segment !== '' && { segment_id: segment }),
    })),
  );
}

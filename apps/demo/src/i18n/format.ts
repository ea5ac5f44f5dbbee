/** Numbers and times in the reader's language, by the platform's `Intl`. Instants are seconds since the epoch. */
import type { Granularity } from '../series/plan.ts';
import { type Locale, localeTag as tag } from './locale.ts';

export interface Format {
  /** `1,790` */
  integer(value: number): string;
  /** `1,789.5` */
  decimal(value: number): string;
  /** `3,861`, and `42.5` where the fraction matters. */
  average(value: number): string;
  /** `1.25k`, never rounded, for ticks of an axis. */
  tick(value: number): string;
  /** `+4.2%` */
  change(ratio: number): string;
  /** `42%` */
  share(ratio: number): string;
  /** A point of the series, in full. @param end first instant after it */
  moment(start: number, end: number, by: Granularity, zone: string): string;
  /** A point of the series, short. */
  shortMoment(start: number, end: number, by: Granularity, zone: string): string;
  /** From the first to the last day, or hour when the period is cut at hours. @param end first instant after it */
  period(start: number, end: number, by: Granularity, zone: string): string;
  /** Labels of the time axis, by the seconds between two of them. */
  axis(instant: number, step: number, zone: string): string;
  /** `Mon`, of a weekday from 0, Sunday. */
  weekday(weekday: number): string;
  /** An instant by the reader's own clock. @param epochMilliseconds milliseconds since the epoch */
  clock(epochMilliseconds: number): string;
  /** `59:30`, minutes and seconds; `1:00:05` with hours. */
  countdown(seconds: number): string;
  /** `0.2 s` */
  duration(milliseconds: number): string;
  /** `Saturday 17:00–18:00`. @param weekday 0 is Sunday */
  weekdayHour(weekday: number, hour: number): string;
}

const dayOnly = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const hourOnly = { hour: '2-digit', minute: '2-digit' } as const;

/** Options of each format of a time. */
const dates = {
  day: { weekday: 'long', ...dayOnly },
  hour: { weekday: 'long', ...dayOnly, ...hourOnly },
  month: { month: 'long', year: 'numeric' },
  briefDay: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  briefHour: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', ...hourOnly },
  briefMonth: { month: 'short', year: 'numeric' },
  briefSpan: { day: 'numeric', month: 'short', year: 'numeric' },
  span: dayOnly,
  spanHour: { day: 'numeric', month: 'short', year: 'numeric', ...hourOnly },
  axisHour: hourOnly,
  axisDay: { day: 'numeric', month: 'short' },
  axisMonth: { month: 'short', year: 'numeric' },
  axisYear: { year: 'numeric' },
  weekday: { weekday: 'short' },
  weekdayHour: { weekday: 'long', ...hourOnly },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Options of each format of a number. */
const numbers = {
  integer: { maximumFractionDigits: 0 },
  decimal: { maximumFractionDigits: 1 },
  tick: { notation: 'compact', maximumFractionDigits: 3 },
  change: { style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 1 },
  share: { style: 'percent', maximumFractionDigits: 0 },
  seconds: { maximumFractionDigits: 2 },
} satisfies Record<string, Intl.NumberFormatOptions>;

const formats = new Map<Locale, Format>();

/** The formats of one language. Creating one takes milliseconds, so each is created when it is first used, and kept. */
export function formatOf(locale: Locale): Format {
  const format = formats.get(locale) ?? createFormat(locale);
  formats.set(locale, format);
  return format;
}

function createFormat(locale: Locale): Format {
  const number = memoised((name: keyof typeof numbers) => new Intl.NumberFormat(tag(locale), numbers[name]));
  const made = memoised((name: string) => {
    const [options = 'day', timeZone] = name.split(' ');
    // The cast: the first word is always one of the names.
    return new Intl.DateTimeFormat(tag(locale), { ...dates[options as keyof typeof dates], timeZone });
  });
  const date = (name: keyof typeof dates, zone: string) => made(`${name} ${zone}`);
  const clock = memoised((timeStyle: 'medium') => new Intl.DateTimeFormat(tag(locale), { timeStyle }));
  const at = (instant: number) => instant * 1000;
  const range = (name: keyof typeof dates, zone: string, start: number, end: number) =>
    date(name, zone).formatRange(at(start), at(end - 1));
  return {
    integer: (value) => number('integer').format(value),
    decimal: (value) => number('decimal').format(value),
    average: (value) => number(value < 100 ? 'decimal' : 'integer').format(value),
    tick: (value) => number('tick').format(value),
    // A minus sign has the width of a plus sign, unlike a hyphen.
    change: (ratio) => number('change').format(ratio).replace('-', '−'),
    share: (ratio) => number('share').format(ratio),
    moment: (start, end, by, zone) =>
      by === 'week' ? range('span', zone, start, end) : date(by, zone).format(at(start)),
    shortMoment(start, end, by, zone) {
      if (by === 'week') return range('briefSpan', zone, start, end);
      const name = by === 'hour' ? 'briefHour' : by === 'month' ? 'briefMonth' : 'briefDay';
      return date(name, zone).format(at(start));
    },
    period: (start, end, by, zone) => range(by === 'hour' ? 'spanHour' : 'span', zone, start, end),
    axis: (instant, step, zone) => date(axisOf(instant, step, zone), zone).format(at(instant)),
    // The 4th of January 1970 was a Sunday.
    weekday: (weekday) => date('weekday', 'UTC').format((3 + weekday) * 86_400_000),
    clock: (milliseconds) => clock('medium').format(milliseconds),
    countdown(left) {
      const [hours, minutes, seconds] = [left / 3600, (left / 60) % 60, left % 60].map(Math.floor);
      const two = (part = 0) => String(part).padStart(2, '0');
      return hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
    },
    duration: (milliseconds) => `${number('seconds').format(milliseconds / 1000)}\u00a0s`,
    weekdayHour(weekday, hour) {
      const start = (3 + weekday) * day + hour * 3600;
      const end = date('axisHour', 'UTC').format(at(start + 3600));
      return `${date('weekdayHour', 'UTC').format(at(start))}–${end}`;
    },
  };
}

/** Caches results by key. */
function memoised<Name, Thing>(make: (name: Name) => Thing): (name: Name) => Thing {
  const things = new Map<Name, Thing>();
  return (name) => {
    const thing = things.get(name) ?? make(name);
    things.set(name, thing);
    return thing;
  };
}

const day = 86_400;

function axisOf(instant: number, step: number, zone: string): keyof typeof dates {
  if (step >= 360 * day) return 'axisYear';
  if (step >= 28 * day) return 'axisMonth';
  if (step >= day) return 'axisDay';
  return isMidnight(instant, zone) ? 'axisDay' : 'axisHour';
}

function isMidnight(instant: number, zone: string): boolean {
  return midnights(zone).format(instant * 1000) === '00:00';
}

const midnights = memoised(
  (timeZone: string) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
);

/** Numbers and times in the reader's language, by the platform's `Intl`. Times are wall times in seconds. */
import type { Unit } from '../contract/parameters.ts';
import type { Language } from './language.ts';

const tag: Record<Language, string> = { en: 'en-GB', fr: 'fr-FR' };

export interface Format {
  /** `1,790` */
  integer(value: number): string;
  /** `1,789.5` */
  decimal(value: number): string;
  /** `1.8K` */
  short(value: number): string;
  /** `+4.2%` */
  change(ratio: number): string;
  /** `42%` */
  share(ratio: number): string;
  /** A unit of the series, in full. */
  moment(wall: number, unit: Unit): string;
  /** A unit of the series, short. */
  shortMoment(wall: number, unit: Unit): string;
  /** First to last unit. */
  period(first: number, last: number, unit: Unit): string;
  /** Labels of the time axis, by the seconds between two of them. */
  axis(wall: number, step: number): string;
  /** An instant by the reader's own clock. */
  clock(epochMilliseconds: number): string;
  /** `59:30`, minutes and seconds; `1:00:05` with hours. */
  countdown(seconds: number): string;
  /** `0.2 s` */
  duration(milliseconds: number): string;
}

const dayOnly = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const hourOnly = { hour: '2-digit', minute: '2-digit' } as const;

/** Options of each format of a time. */
const dates = {
  day: { weekday: 'long', ...dayOnly },
  hour: { weekday: 'long', ...dayOnly, ...hourOnly },
  briefDay: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  briefHour: { weekday: 'short', day: 'numeric', month: 'short', ...hourOnly },
  spanDay: dayOnly,
  spanHour: { day: 'numeric', month: 'short', year: 'numeric', ...hourOnly },
  axisHour: hourOnly,
  axisDay: { day: 'numeric', month: 'short' },
  axisMonth: { month: 'short', year: 'numeric' },
  axisYear: { year: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Options of each format of a number. */
const numbers = {
  integer: { maximumFractionDigits: 0 },
  decimal: { maximumFractionDigits: 1 },
  short: { notation: 'compact', maximumFractionDigits: 1 },
  change: { style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 1 },
  share: { style: 'percent', maximumFractionDigits: 0 },
  seconds: { style: 'unit', unit: 'second', maximumFractionDigits: 2 },
} satisfies Record<string, Intl.NumberFormatOptions>;

const units: Record<Unit, Record<'full' | 'brief' | 'span', keyof typeof dates>> = {
  day: { full: 'day', brief: 'briefDay', span: 'spanDay' },
  hour: { full: 'hour', brief: 'briefHour', span: 'spanHour' },
};

/** The formats of one language. */
export function formatOf(language: Language): Format {
  const locale = tag[language];
  // A format takes milliseconds to make: each is made when it is first wanted.
  const number = kept((name: keyof typeof numbers) => new Intl.NumberFormat(locale, numbers[name]));
  const date = kept(
    (name: keyof typeof dates) => new Intl.DateTimeFormat(locale, { ...dates[name], timeZone: 'UTC' }),
  );
  const clock = kept((timeStyle: 'medium') => new Intl.DateTimeFormat(locale, { timeStyle }));
  const at = (wall: number) => wall * 1000;
  return {
    integer: (value) => number('integer').format(value),
    decimal: (value) => number('decimal').format(value),
    short: (value) => number('short').format(value),
    // A minus sign is as wide as a plus sign; a hyphen is not.
    change: (ratio) => number('change').format(ratio).replace('-', '−'),
    share: (ratio) => number('share').format(ratio),
    moment: (wall, unit) => date(units[unit].full).format(at(wall)),
    shortMoment: (wall, unit) => date(units[unit].brief).format(at(wall)),
    period: (first, last, unit) => date(units[unit].span).formatRange(at(first), at(last)),
    axis: (wall, step) => date(axisOf(wall, step)).format(at(wall)),
    clock: (milliseconds) => clock('medium').format(milliseconds),
    countdown: (left) => {
      const [hours, minutes, seconds] = [left / 3600, (left / 60) % 60, left % 60].map(Math.floor);
      const two = (part = 0) => String(part).padStart(2, '0');
      return hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
    },
    duration: (milliseconds) => number('seconds').format(milliseconds / 1000),
  };
}

/** Makes each thing once. */
function kept<Name, Thing>(make: (name: Name) => Thing): (name: Name) => Thing {
  const things = new Map<Name, Thing>();
  return (name) => {
    const thing = things.get(name) ?? make(name);
    things.set(name, thing);
    return thing;
  };
}

const day = 86_400;

function axisOf(wall: number, step: number): keyof typeof dates {
  if (step >= 360 * day) return 'axisYear';
  if (step >= 28 * day) return 'axisMonth';
  return step >= day || wall % day === 0 ? 'axisDay' : 'axisHour';
}

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
  /** `59:30`, minutes and seconds. */
  countdown(seconds: number): string;
  /** `0.2 s` */
  duration(milliseconds: number): string;
}

/** The formats of one language. */
export function formatOf(language: Language): Format {
  const locale = tag[language];
  const number = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options);
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const integer = number({ maximumFractionDigits: 0 });
  const decimal = number({ maximumFractionDigits: 1 });
  const short = number({ notation: 'compact', maximumFractionDigits: 1 });
  const change = number({ style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 1 });
  const share = number({ style: 'percent', maximumFractionDigits: 0 });
  const seconds = number({ style: 'unit', unit: 'second', maximumFractionDigits: 2 });
  const full: Record<Unit, Intl.DateTimeFormat> = {
    day: date({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    hour: date({
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    }),
  };
  const brief: Record<Unit, Intl.DateTimeFormat> = {
    day: date({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
    hour: date({ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
  };
  const span: Record<Unit, Intl.DateTimeFormat> = {
    day: date({ day: 'numeric', month: 'long', year: 'numeric' }),
    hour: date({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
  };
  const axis = {
    hour: date({ hour: '2-digit', minute: '2-digit' }),
    day: date({ day: 'numeric', month: 'short' }),
    month: date({ month: 'short', year: 'numeric' }),
    year: date({ year: 'numeric' }),
  };
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
  const at = (wall: number) => new Date(wall * 1000);
  return {
    integer: (value) => integer.format(value),
    decimal: (value) => decimal.format(value),
    short: (value) => short.format(value),
    // A minus sign is as wide as a plus sign; a hyphen is not.
    change: (ratio) => change.format(ratio).replace('-', '−'),
    share: (ratio) => share.format(ratio),
    moment: (wall, unit) => full[unit].format(at(wall)),
    shortMoment: (wall, unit) => brief[unit].format(at(wall)),
    period: (first, last, unit) => span[unit].formatRange(at(first), at(last)),
    axis: (wall, step) => {
      const name =
        step >= 360 * 86_400
          ? 'year'
          : step >= 28 * 86_400
            ? 'month'
            : step >= 86_400 || wall % 86_400 === 0
              ? 'day'
              : 'hour';
      return axis[name].format(at(wall));
    },
    clock: (milliseconds) => clock.format(milliseconds),
    countdown: (left) => `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`,
    duration: (milliseconds) => seconds.format(milliseconds / 1000),
  };
}

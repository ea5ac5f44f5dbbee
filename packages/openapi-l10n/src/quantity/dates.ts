import type { Language } from '../languages/language.ts';

/** A date or a time of day at the beginning of a text. */
export interface Moment {
  readings: string[];
  unit?: string | undefined;
  length: number;
}

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?![\d-])([Tt ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:[Zz]|[+-]\d{1,2}(?::?\d{2})?)?)?/;
const NUMERIC = /^(\d{1,4})([/.])(\d{1,2})\2(\d{2,4})(?![\d/]|\.\d)/;
const SPACE = '[\\s\\u00A0\\u202F]';

/** Reads a date in figures (`2018-06-28`, `28/06/2018`), a date in words, or a time of day. */
export function momentAt(text: string, at: number, language: Language): Moment | undefined {
  const rest = text.slice(at, at + 60);
  return isoDate(rest) ?? numericDate(rest) ?? wordDate(rest, language) ?? timeOfDay(rest, language);
}

function isoDate(text: string): Moment | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const [whole, year, month, day, time = ''] = match;
  const date = `date ${year}-${Number(month)}-${Number(day)}`;
  return { readings: [time ? `${date} ${time.trim()}` : date], length: whole.length };
}

/** Day and month in either order, since languages differ in it. */
function numericDate(text: string): Moment | undefined {
  const match = NUMERIC.exec(text);
  if (!match) return undefined;
  const [whole, first = '', , second = '', third = ''] = match;
  if (first.length === 4)
    return { readings: [`date ${first}-${Number(second)}-${Number(third)}`], length: whole.length };
  if (third.length === 3 || (match[2] === '.' && third.length < 4)) return undefined;
  const [a, b] = [Number(first), Number(second)];
  return { readings: [`date ${third}-${a}-${b}`, `date ${third}-${b}-${a}`], length: whole.length };
}

function wordDate(text: string, { tag, months }: Language): Moment | undefined {
  const patterns = datePatterns(months);
  const dayFirst = patterns?.dayFirst.exec(text);
  if (dayFirst && isName(dayFirst[2], tag)) {
    const [whole, d, name = '', y = ''] = dayFirst;
    return { readings: [`date ${y}-${months.get(name.toLowerCase())}-${Number(d)}`], length: whole.length };
  }
  const monthFirst = patterns?.monthFirst.exec(text);
  if (!monthFirst || !isName(monthFirst[1], tag)) return undefined;
  const [whole, name = '', d, y, yearAlone] = monthFirst;
  const date = `date ${y ?? yearAlone ?? ''}-${months.get(name.toLowerCase())}-${d ? Number(d) : ''}`;
  return { readings: [date], length: whole.length };
}

const known = new WeakMap<Language['months'], { dayFirst: RegExp; monthFirst: RegExp }>();

/** The patterns of dates in words; none in a language whose months are not known. */
function datePatterns(months: Language['months']): { dayFirst: RegExp; monthFirst: RegExp } | undefined {
  if (months.size === 0) return undefined;
  const names = [...months.keys()].toSorted((a, b) => b.length - a.length).join('|');
  const month = `(${names})(?![\\p{L}\\d])\\.?`;
  const day = '(\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?';
  const year = `(?:,?${SPACE}*(?:de |del )?(\\d{4})(?!\\d))?`;
  const patterns = known.get(months) ?? {
    dayFirst: new RegExp(`^${day}${SPACE}*(?:of |de |d’)?${month}${year}`, 'iu'),
    monthFirst: new RegExp(
      `^${month}${SPACE}+(?:${day}(?![\\d:%]|[.,]\\d)${year}|(?:de |del )?(\\d{4})(?!\\d))`,
      'iu',
    ),
  };
  known.set(months, patterns);
  return patterns;
}

/** In English a month has a capital: "may 5 people" names none. */
const isName = (word: string | undefined, tag: string) =>
  !tag.startsWith('en') || /^\p{Lu}/u.test(word ?? '');

function timeOfDay(text: string, language: Language): Moment | undefined {
  const figures = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])/.exec(text);
  const half = /^(\d{1,2})(?::(\d{2}))?[\s\u00A0\u202F]?([ap])\.?[\s\u00A0\u202F]?m\b\.?/i.exec(text);
  if (half) {
    const minutes =
      ((Number(half[1]) % 12) + (half[3]?.toLowerCase() === 'p' ? 12 : 0)) * 60 + Number(half[2] ?? 0);
    return { readings: [`time ${minutes}`], length: half[0].length };
  }
  if (figures) {
    const [whole, hour, minute, second] = figures;
    const minutes = Number(hour) * 60 + Number(minute);
    return { readings: [second ? `time ${minutes}:${second}` : `time ${minutes}`], length: whole.length };
  }
  const clock = language.clock?.(text);
  if (!clock) return undefined;
  // "15 h" is a time of day or fifteen hours; "1 h 30" also 1.5 hours or 90 minutes.
  const hours = clock.minutes % 60 === 0 && !/\d.*\d$|matin|soir|midi/.test(text.slice(2, clock.length));
  const [time, span] = [`time ${clock.minutes}`, `${clock.minutes / 60}`];
  return {
    readings: hours ? [span, time] : [time, span, `${clock.minutes}`],
    unit: hours ? 'hour' : undefined,
    length: clock.length,
  };
}

import type { Language } from '../languages/types.ts';

/** A date or a time of day at the start of a text. */
export interface Moment {
  readings: string[];
  unit?: string | undefined;
  length: number;
}

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?![\d-])([Tt ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:[Zz]|[+-]\d{1,2}(?::?\d{2})?)?)?/;
const NUMERIC = /^(\d{1,4})([/.])(\d{1,2})\2(\d{2,4})(?![\d/]|\.\d)/;
const SPACE = '[\\s\\u00A0\\u202F]';

/** Reads a date in digits (`2018-06-28`, `28/06/2018`), a date in words, or a time of day. */
export function momentAt(text: string, at: number, language: Language): Moment | undefined {
  const rest = text.slice(at, at + 60);
  return (
    isoDate(rest) ??
    stampedDate(rest) ??
    numericDate(rest) ??
    figureDate(rest, language) ??
    wordDate(rest, language) ??
    timeOfDay(text, at, language)
  );
}

function isoDate(text: string): Moment | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const [whole, year, month, day, time = ''] = match;
  const date = `date ${year}-${Number(month)}-${Number(day)}`;
  return { readings: [time ? `${date} ${time.trim()}` : date], length: whole.length };
}

/** `12-Jun-2026`, which programs write in every language. */
function stampedDate(text: string): Moment | undefined {
  const [whole, day, name = '', year] = /^(\d{1,2})-(\p{Lu}\p{Ll}{2})-(\d{4})(?!\d)/u.exec(text) ?? [];
  const month = STAMPED.indexOf(name) / 3 + 1;
  return whole !== undefined && Number.isInteger(month) && month > 0
    ? { readings: [`date ${year}-${month}-${Number(day)}`], length: whole.length }
    : undefined;
}

const STAMPED = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** Day and month in either order, since languages differ. */
function numericDate(text: string): Moment | undefined {
  const match = NUMERIC.exec(text);
  if (!match) return undefined;
  const [whole, first = '', , second = '', third = ''] = match;
  if (first.length === 4)
    return { readings: [`date ${first}-${Number(second)}-${Number(third)}`], length: whole.length };
  if (third.length === 3 || (match[2] === '.' && third.length < 4)) return undefined;
  const [a, b] = [Number(first), Number(second)];
  // 21 is 2021 or 1921.
  const years = third.length === 2 ? [third, `20${third}`, `19${third}`] : [third];
  return {
    readings: years.flatMap((year) => [`date ${year}-${a}-${b}`, `date ${year}-${b}-${a}`]),
    length: whole.length,
  };
}

/** `2024年3月5日`, `2024年3月`, `3月5日` */
function figureDate(text: string, { date }: Language): Moment | undefined {
  const match = date?.exec(text);
  if (!match?.groups) return undefined;
  const { y = '', m, d } = match.groups;
  return { readings: [`date ${y}-${Number(m)}-${d ? Number(d) : ''}`], length: match[0].trimEnd().length };
}

function wordDate(text: string, { tag, months, dateWords }: Language): Moment | undefined {
  const patterns = datePatterns(months, dateWords);
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

/** The patterns of dates in words; none if the months of the language are unknown. */
function datePatterns(
  months: Language['months'],
  dateWords: readonly string[] = [],
): { dayFirst: RegExp; monthFirst: RegExp } | undefined {
  if (months.size === 0) return undefined;
  const names = [...months.keys()].toSorted((a, b) => b.length - a.length).join('|');
  const month = `(${names})(?![\\p{L}\\d])\\.?`;
  const between = dateWords.length > 0 ? `(?:(?:${dateWords.join('|')}) |d’)?` : '';
  const day = '(\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?';
  const year = `(?:,?${SPACE}*${between}(\\d{4})(?!\\d))?`;
  const patterns = known.get(months) ?? {
    dayFirst: new RegExp(`^${day}${SPACE}*${between}${month}${year}`, 'iu'),
    monthFirst: new RegExp(
      `^${month}${SPACE}+(?:${day}(?![\\d:%]|[.,]\\d)${year}|${between}(\\d{4})(?!\\d))`,
      'iu',
    ),
  };
  known.set(months, patterns);
  return patterns;
}

/** English months are capitalised: "may 5 people" is not a date. */
const isName = (word: string | undefined, tag: string) =>
  !tag.startsWith('en') || /^\p{Lu}/u.test(word ?? '');

function timeOfDay(text: string, at: number, language: Language): Moment | undefined {
  const rest = text.slice(at, at + 60);
  const figures = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])/.exec(rest);
  const half = halfDay(text, at, language);
  if (half) return half;
  if (figures) {
    const [whole, hour, minute, second] = figures;
    const minutes = Number(hour) * 60 + Number(minute);
    return { readings: [second ? `time ${minutes}:${second}` : `time ${minutes}`], length: whole.length };
  }
  const clock = language.clock?.(rest, text.slice(Math.max(0, at - 8), at));
  if (!clock) return undefined;
  const minutes = clock.minutes + hoursBefore(text, at, clock.minutes / 60, language) * 60;
  if (!language.spaced || minutes !== clock.minutes)
    return { readings: [`time ${minutes}`], length: clock.length };
  // "15 h" is a time of day or fifteen hours; "1 h 30" is also 1.5 hours or 90 minutes.
  const hours = minutes % 60 === 0 && /^\d+[\s\u00A0\u202F]?\p{L}+$/u.test(rest.slice(0, clock.length));
  const [time, span] = [`time ${minutes}`, `${minutes / 60}`];
  return {
    readings: hours ? [span, time] : [time, span, `${minutes}`],
    unit: hours ? 'hour' : undefined,
    length: clock.length,
  };
}

const LATIN_PERIOD = /^[\s\u00A0\u202F]?([ap])\.?[\s\u00A0\u202F]?m\b\.?/i;
/** The first hour of `6-7 pm`. */
const RANGE_PERIOD =
  /^(?=[\s\u00A0\u202F]?[-–][\s\u00A0\u202F]?\d{1,2}(?::\d{2})?[\s\u00A0\u202F]?([ap])\.?m\b)/i;

/** `3 p.m.`, `3:30 PM`, `下午5点`, `오후 5:30`. */
function halfDay(text: string, at: number, language: Language): Moment | undefined {
  const match = /^(\d{1,2})(?::(\d{2}))?(?![\d:])/.exec(text.slice(at, at + 6));
  if (!match) return undefined;
  const [whole, hour, minute = '0'] = match;
  const behind = text.slice(at + whole.length, at + whole.length + 24);
  const latin = LATIN_PERIOD.exec(behind) ?? RANGE_PERIOD.exec(behind);
  const own = latin ? undefined : periodIn(behind, language, true);
  const before = hoursBefore(text, at, Number(hour), language);
  const adds = latin
    ? latin[1]?.toLowerCase() === 'p'
      ? 12
      : 0
    : (own?.adds ?? (before > 0 ? 12 : undefined));
  const period = periodIn(text.slice(Math.max(0, at - 24), at), language, false);
  if (adds === undefined && !(period && minute !== '0')) return undefined;
  if (!latin && !own && language.clock?.(text.slice(at, at + 60), text.slice(Math.max(0, at - 8), at)))
    return undefined;
  const minutes = ((Number(hour) % 12) + (adds ?? 0)) * 60 + Number(minute);
  return { readings: [`time ${minutes}`], length: whole.length + (latin?.[0].length ?? own?.length ?? 0) };
}

/** The hours that a preceding day period adds: 12 or 0. */
function hoursBefore(text: string, at: number, hour: number, language: Language): number {
  const period = periodIn(text.slice(Math.max(0, at - 24), at), language, false);
  return period?.adds === 12 && hour < 12 ? 12 : 0;
}

function periodIn(
  text: string,
  { dayPeriods }: Language,
  first: boolean,
): { adds: 0 | 12; length: number } | undefined {
  const plain = text.toLowerCase().replaceAll(/[\u00A0\u202F]/g, ' ');
  const side = first ? plain.trimStart() : plain.trimEnd();
  for (const [name, adds] of dayPeriods) {
    if (name.length < 2 || !(first ? side.startsWith(name) : side.endsWith(name))) continue;
    // The word ends here, and begins here: no "pm" in "npm".
    const next = first ? side.charAt(name.length) : side.charAt(side.length - name.length - 1);
    if (/\p{L}/u.test(next) && /\p{Script=Latin}|\p{Script=Cyrillic}/u.test(name)) continue;
    return { adds, length: plain.length - side.length + name.length };
  }
  return undefined;
}

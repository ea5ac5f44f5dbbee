import { partOf, parts } from './cldr.ts';

/** The months of a language, long and short, in lower case. */
export function monthNames(tag: string): Map<string, number> {
  const names = new Map<string, number>();
  for (let month = 1; month <= 12; month++) {
    for (const style of ['long', 'short'] as const) {
      // Next to a day, a month has the form that it has in dates (the genitive in Russian).
      for (const day of [undefined, 'numeric'] as const) {
        const name = partOf('month', () =>
          new Intl.DateTimeFormat(tag, {
            month: style,
            ...(day ? { day } : {}),
            timeZone: 'UTC',
          }).formatToParts(Date.UTC(2020, month - 1, 1)),
        );
        if (name && /^\p{L}+\.?$/u.test(name)) names.set(name.toLowerCase().replace(/\.$/, ''), month);
      }
    }
  }
  return names;
}

/** What follows the number of a month, as in `11月`; undefined where months have names. */
export function monthSign(tag: string): string | undefined {
  const month = parts(() =>
    new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC', numberingSystem: 'latn' }).formatToParts(
      Date.UTC(2020, 10, 1),
    ),
  );
  return /^11(\p{L})$/u.exec(month.map(({ value }) => value).join(''))?.[1];
}

/** The pattern of a date made of digits with words between them; undefined where months have names. */
export function figureDate(tag: string): RegExp | undefined {
  const long = parts(() =>
    new Intl.DateTimeFormat(tag, {
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      timeZone: 'UTC',
      numberingSystem: 'latn',
    }).formatToParts(Date.UTC(2020, 2, 5)),
  );
  // Some locales include the word for "month" in the month part, others have it as a literal.
  const text = long
    .map(({ type, value }) =>
      /^(?:year|month|day)$/.test(type) && /\d/.test(value) ? value.replace(/\d+/, `<${type[0]}>`) : value,
    )
    .join('');
  if (!text.includes('<m>')) return undefined;
  const [, year = '', month = '', day = ''] =
    /^<y>([^<]*)<m>([^<]*)<d>([^<]*)$/.exec(text.replaceAll(/\s+/g, '')) ?? [];
  if (!year || !month) return undefined;
  return new RegExp(
    `^(?=\\d{4}\\s?${year}|\\d{1,2}\\s?${month}\\s?\\d)(?:(?<y>\\d{4})\\s?${year}\\s?)?(?<m>\\d{1,2})\\s?${month}(?:\\s?(?<d>\\d{1,2})\\s?${day})?`,
    'u',
  );
}

/** The names of the day periods (AM, PM), with the hours that they add. */
export function dayPeriodNames(tag: string): Map<string, 0 | 12> {
  const names = new Map<string, 0 | 12>();
  const ambiguous = new Set<string>();
  for (let hour = 0; hour < 24; hour++) {
    for (const dayPeriod of [undefined, 'long', 'short'] as const) {
      const name = partOf('dayPeriod', () =>
        new Intl.DateTimeFormat(tag, {
          hour: 'numeric',
          hour12: true,
          timeZone: 'UTC',
          ...(dayPeriod ? { dayPeriod } : {}),
        }).formatToParts(Date.UTC(2020, 0, 1, hour)),
      )?.toLowerCase();
      if (!name) continue;
      const adds = hour < 12 ? 0 : 12;
      if (names.has(name) && names.get(name) !== adds) ambiguous.add(name);
      names.set(name, adds);
    }
  }
  for (const name of ambiguous) names.delete(name);
  return names;
}

/** Units by their names in Unicode CLDR. The foot is left out, because of the foot of a page. */
const UNITS =
  `nanosecond microsecond millisecond second minute hour day week month year bit kilobit megabit gigabit byte kilobyte
  megabyte gigabyte terabyte petabyte millimeter centimeter meter kilometer gram kilogram liter degree`.split(
    /\s+/,
  );

/** Signs that are the same in every language. */
const SIGNS: Readonly<Record<string, string>> = {
  ms: 'millisecond',
  s: 'second',
  sec: 'second',
  secs: 'second',
  min: 'minute',
  mins: 'minute',
  h: 'hour',
  hr: 'hour',
  hrs: 'hour',
  B: 'byte',
  kB: 'kilobyte',
  KB: 'kilobyte',
  MB: 'megabyte',
  GB: 'gigabyte',
  TB: 'terabyte',
  KiB: 'kibibyte',
  MiB: 'mebibyte',
  GiB: 'gibibyte',
  TiB: 'tebibyte',
  mm: 'millimeter',
  cm: 'centimeter',
  km: 'kilometer',
  kg: 'kilogram',
  ns: 'nanosecond',
  '%': 'percent',
  percent: 'percent',
  $: 'dollar',
  USD: 'dollar',
  dollar: 'dollar',
  dollars: 'dollar',
  '€': 'euro',
  EUR: 'euro',
  euro: 'euro',
  euros: 'euro',
  '£': 'pound',
  GBP: 'pound',
  '¥': 'yen',
  JPY: 'yen',
};

/** Counts that show every plural form of a language. */
const COUNTS = [1, 2, 3, 5, 11, 100];

/** The units of a language in lower case, and the common symbols. */
export function unitNames(tag: string): Map<string, string> {
  const names = new Map(Object.entries(SIGNS));
  for (const unit of UNITS) {
    for (const unitDisplay of ['long', 'short'] as const) {
      for (const count of COUNTS) {
        const name = partOf('unit', () =>
          new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay }).formatToParts(count),
        )
          ?.toLowerCase()
          .replace(/\.$/, '');
        if (name && isWord(name) && !names.has(name)) names.set(name, unit);
      }
    }
  }
  return names;
}

/** A symbol of one or two letters is ambiguous, while one Chinese character is a word. */
const isWord = (name: string) =>
  name.length > 2 || /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}]/u.test(name);

/** The names of large numbers: `million`, `mil millones`, `万`. */
export function scaleNames(tag: string): Map<string, number> {
  const names = new Map<string, number>();
  for (let power = 3; power <= 12; power++) {
    for (const factor of COUNTS) {
      const number = factor * 10 ** power;
      const compact = parts(() =>
        new Intl.NumberFormat(tag, {
          notation: 'compact',
          compactDisplay: 'long',
          numberingSystem: 'latn',
        }).formatToParts(number),
      );
      const name = compact.find(({ type }) => type === 'compact')?.value.toLowerCase();
      const digits = compact.filter(({ type }) => type === 'integer').map(({ value }) => value);
      const scale = number / Number(digits.join(''));
      if (name && Number.isInteger(Math.log10(scale)) && !names.has(name)) names.set(name, scale);
    }
  }
  return names;
}

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

const SPACES = [' ', '\u00A0', '\u202F', '\u2009'];

/** The group and decimal separators. Spaces group digits wherever ISO 80000 is followed. */
export function separators(tag: string): { groupSeparators: string[]; decimalSeparators: string[] } {
  const all = parts(() => new Intl.NumberFormat(tag, { numberingSystem: 'latn' }).formatToParts(1234567.8));
  const group = all.find(({ type }) => type === 'group')?.value ?? ',';
  const decimal = all.find(({ type }) => type === 'decimal')?.value ?? '.';
  return {
    groupSeparators: [...new Set([group, ...(group === '’' ? ["'"] : []), ...SPACES])],
    decimalSeparators: [decimal],
  };
}

/** The script and the region of a language, such as `Latn` and `FR`; the most likely ones if the tag has none. */
export function likelySubtags(tag: string): { script: string; region: string } {
  try {
    const { script = 'Latn', region = '' } = new Intl.Locale(tag).maximize();
    return { script, region };
  } catch {
    return { script: 'Latn', region: '' };
  }
}

interface Part {
  type: string;
  value: string;
}

const partOf = (type: string, list: () => Part[]) => parts(list).find((part) => part.type === type)?.value;

/** An unknown tag has no names. */
function parts(list: () => Part[]): Part[] {
  try {
    return list();
  } catch {
    return [];
  }
}

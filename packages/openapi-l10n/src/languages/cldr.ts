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

const SPACES = [' ', '\u00A0', '\u202F', '\u2009'];

/** The group and decimal separators. Spaces group digits wherever ISO 80000 is followed, and apostrophes in some regions. */
export function separators(tag: string): { groupSeparators: string[]; decimalSeparators: string[] } {
  const all = parts(() => new Intl.NumberFormat(tag, { numberingSystem: 'latn' }).formatToParts(1234567.8));
  const group = all.find(({ type }) => type === 'group')?.value ?? ',';
  const decimal = all.find(({ type }) => type === 'decimal')?.value ?? '.';
  return {
    groupSeparators: [...new Set([group, "'", '’', ...SPACES])],
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

/** A part of what `Intl` has formatted. */
interface Part {
  type: string;
  value: string;
}

/** The first part of a kind in what `Intl` has formatted. */
export const partOf = (type: string, list: () => Part[]) =>
  parts(list).find((part) => part.type === type)?.value;

/** The parts that `Intl` has formatted: none for an unknown tag, which has no names. */
export function parts(list: () => Part[]): Part[] {
  try {
    return list();
  } catch {
    return [];
  }
}

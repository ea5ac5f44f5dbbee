/** Units as Unicode CLDR calls them. The foot is left out: « pied de page » measures nothing. */
const UNITS =
  `nanosecond microsecond millisecond second minute hour day week month year bit kilobit megabit gigabit byte kilobyte
  megabyte gigabyte terabyte petabyte millimeter centimeter meter kilometer gram kilogram liter degree`.split(
    /\s+/,
  );

/** Signs that are the same in every language; `o` for octet is French. */
const SIGNS: readonly [string, string][] = [
  ...Object.entries({
    ms: 'millisecond',
    s: 'second',
    sec: 'second',
    secs: 'second',
    min: 'minute',
    mins: 'minute',
  }),
  ...Object.entries({
    h: 'hour',
    hr: 'hour',
    hrs: 'hour',
    B: 'byte',
    kB: 'kilobyte',
    KB: 'kilobyte',
    MB: 'megabyte',
  }),
  ...Object.entries({
    GB: 'gigabyte',
    TB: 'terabyte',
    KiB: 'kibibyte',
    MiB: 'mebibyte',
    GiB: 'gibibyte',
    TiB: 'tebibyte',
  }),
  ...Object.entries({
    mm: 'millimeter',
    cm: 'centimeter',
    km: 'kilometer',
    kg: 'kilogram',
    ns: 'nanosecond',
  }),
  ...Object.entries({ '%': 'percent', percent: 'percent', $: 'dollar', USD: 'dollar', dollar: 'dollar' }),
  ...Object.entries({
    dollars: 'dollar',
    '€': 'euro',
    EUR: 'euro',
    euro: 'euro',
    euros: 'euro',
    '£': 'pound',
  }),
  ...Object.entries({ GBP: 'pound', '¥': 'yen', JPY: 'yen' }),
];

/** The units of a language as the platform knows them (Unicode CLDR), in small letters, and the common signs. */
export function unitNames(tag: string): Map<string, string> {
  const names = new Map(SIGNS);
  for (const unit of UNITS) {
    for (const unitDisplay of ['long', 'short'] as const) {
      for (const count of [1, 2, 5]) {
        const parts = parse(() =>
          new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay }).formatToParts(count),
        );
        const name = parts.find(({ type }) => type === 'unit')?.value.toLowerCase();
        if (name && name.length > 2 && !names.has(name)) names.set(name, unit);
      }
    }
  }
  return names;
}

/** The months of a language, long and short, in small letters. */
export function monthNames(tag: string): Map<string, number> {
  const names = new Map<string, number>();
  for (let month = 1; month <= 12; month++) {
    for (const style of ['long', 'short'] as const) {
      // With a day beside it a month has the form that a date has (in Russian, the genitive).
      for (const day of [undefined, 'numeric'] as const) {
        const parts = parse(() =>
          new Intl.DateTimeFormat(tag, {
            month: style,
            ...(day ? { day } : {}),
            timeZone: 'UTC',
          }).formatToParts(Date.UTC(2020, month - 1, 1)),
        );
        const name = parts.find(({ type }) => type === 'month')?.value.toLowerCase();
        if (name && /\p{L}/u.test(name)) names.set(name.replace(/\.$/, ''), month);
      }
    }
  }
  return names;
}

/** An unknown tag has no names. */
function parse<Part>(parts: () => Part[]): Part[] {
  try {
    return parts();
  } catch {
    return [];
  }
}

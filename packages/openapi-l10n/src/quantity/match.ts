import type { Quantity, WordQuantity } from './quantity.ts';

/** The unmatched numbers of two lists. */
export interface Difference {
  lost: Quantity[];
  extra: Quantity[];
  /** The same figure with another unit, in corresponding paragraphs. */
  changed: { from: Quantity; to: Quantity }[];
}

/**
 * Matches the numbers of a source with those of its translation, first in corresponding paragraphs, then in any order.
 *
 * @param near whether two numbers are in corresponding paragraphs
 */
export function difference(
  source: readonly Quantity[],
  translation: readonly Quantity[],
  near: (a: Quantity, b: Quantity) => boolean,
): Difference {
  let lost = [...source];
  let extra = [...translation];
  const changed: Difference['changed'] = [];
  const pairOff = (same: (a: Quantity, b: Quantity) => boolean) => {
    extra = extra.filter((quantity) => {
      const index = lost.findIndex((other) => same(other, quantity));
      if (index >= 0) lost.splice(index, 1);
      return index < 0;
    });
  };
  pairOff((a, b) => a.unit === b.unit && sameValue(a, b) && near(a, b));
  pairOff((a, b) => a.unit === b.unit && sameValue(a, b));
  // Before a figure without a unit elsewhere may match either of them.
  extra = extra.filter((to) => {
    const index = lost.findIndex((from) => isOtherUnit(from, to) && near(from, to));
    const [from] = index < 0 ? [] : lost.splice(index, 1);
    if (from) changed.push({ from, to });
    return from === undefined;
  });
  pairOff((a, b) => (a.unit === undefined || b.unit === undefined) && sameValue(a, b) && !isYearAsSpan(a, b));
  pairOff((a, b) => seconds(a.readings[0], a.unit) === seconds(b.readings[0], b.unit));
  // “Five times as much” is 500 %.
  const times = ({ readings, unit }: Quantity) =>
    unit === 'percent' ? Number(readings[0]) / 100 : unit ? Number.NaN : Number(readings[0]);
  pairOff(
    (a, b) => (a.unit === 'percent') !== (b.unit === 'percent') && times(a) === times(b) && times(a) > 1,
  );
  if (isSameInParts(lost, extra)) return { lost: [], extra: [], changed };
  if (!extra.some(({ parts }) => parts.length > 0) && !lost.some(({ parts }) => parts.length > 0))
    return { lost, extra, changed };
  lost = lost.flatMap(split);
  extra = extra.flatMap(split);
  pairOff((a, b) => sameValue(a, b) && !isYearAsSpan(a, b));
  return { lost, extra, changed };
}

/** Whether two numbers have the same figure and different units. */
export const isOtherUnit = (a: Quantity, b: Quantity) =>
  a.unit !== undefined && b.unit !== undefined && a.unit !== b.unit && a.readings[0] === b.readings[0];

/** Whether a year has become a duration: “2015” and 2015개월 (2015 months). */
export const isYearAsSpan = (a: Quantity, b: Quantity) =>
  a.unit !== b.unit &&
  /^(?:19|20)\d\d$/.test(a.written) &&
  a.written === b.written &&
  /^(?:second|minute|hour|day|week|month)$/.test(a.unit ?? b.unit ?? '');

/** Whether days, months, years and times are the same on both sides: "5-7 December" and "vom 5. bis 7. Dezember". */
function isSameInParts(lost: readonly Quantity[], extra: readonly Quantity[]): boolean {
  const all = [...lost, ...extra];
  if (lost.length === 0 || extra.length === 0 || !all.some((one) => one.readings[0]?.startsWith('date ')))
    return false;
  const parts = (list: readonly Quantity[]) => [...new Set(list.flatMap(partsOfDate))].toSorted().join(' ');
  return parts(lost) === parts(extra);
}

/** `date 2017-9-14 12:00:00` as its day, month, year and time. */
function partsOfDate({ readings: [reading = ''] }: Quantity): string[] {
  const [, year, month, day, hour, minute, second] =
    /^date (\d*)-(\d+)-(\d*)(?: (\d+):(\d+)(?::(\d+))?)?$/.exec(reading) ?? [];
  if (month === undefined) return [reading];
  const time = hour && `time ${Number(hour) * 60 + Number(minute)}${second ? `:${second}` : ''}`;
  return [year, `month ${month}`, day, time].filter(
    (part): part is string => part !== undefined && part !== '',
  );
}

const SECONDS: Readonly<Record<string, number>> = {
  millisecond: 0.001,
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
};

/** A duration in seconds, so that a day is 24 hours; NaN for anything else, and for none: 0 seconds are not 0 minutes. */
const seconds = (value: string | number | undefined, unit = '') =>
  Number(value) * (SECONDS[unit] ?? Number.NaN) || Number.NaN;

const sameValue = (a: Quantity, b: Quantity) => a.readings.some((reading) => b.readings.includes(reading));

const split = (quantity: Quantity): Quantity[] =>
  quantity.parts.length === 0
    ? [quantity]
    : quantity.parts.map((part) => ({
        ...quantity,
        readings: [part],
        written: part,
        unit: undefined,
        parts: [],
      }));

/** The numbers that match no word of the other text (`4 hours` and « quatre heures »), and the unmatched words. */
export function unmatched(
  quantities: readonly Quantity[],
  words: readonly WordQuantity[],
): { figures: Quantity[]; words: WordQuantity[] } {
  const left = [...words];
  const figures = quantities.filter((quantity) => {
    const index = left.findIndex((word) => isSameAmount(quantity, word));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  return { figures, words: left };
}

/** Whether a word means the same as a number: the same value, time of day or duration. */
function isSameAmount({ readings, unit }: Quantity, word: WordQuantity): boolean {
  if (seconds(readings[0], unit) === seconds(word.value, word.unit)) return true;
  const same = [`${word.value}`, `time ${(word.value % 24) * 60}`];
  return (
    readings.some((reading) => same.includes(reading)) &&
    (unit === undefined || word.unit === undefined || unit === word.unit)
  );
}

/** The number words of a source and of its translation that match no word of the other text. */
export function unrepeated(
  source: readonly WordQuantity[],
  translation: readonly WordQuantity[],
  least = 0,
): { lost: WordQuantity[]; extra: WordQuantity[] } {
  const lost = [...source];
  const extra = translation.filter((word) => {
    const index = lost.findIndex(
      ({ value, unit }) =>
        value >= least && value === word.value && (unit === word.unit || !unit || !word.unit),
    );
    if (index >= 0) lost.splice(index, 1);
    return index < 0;
  });
  return { lost, extra };
}

/** Number words whose value or unit differs from the source. */
export function wordMismatches(
  source: readonly WordQuantity[],
  translation: readonly WordQuantity[],
): { from: WordQuantity; to: WordQuantity }[] {
  const { lost, extra } = unrepeated(source, translation);
  return extra.flatMap((to) => {
    const from = lost.find(
      (word) =>
        (word.value === to.value && word.value > 0 && word.unit && to.unit) ||
        (word.unit && word.unit === to.unit && word.value > 1 && to.value > 1) ||
        (!word.unit &&
          !to.unit &&
          word.value > 1 &&
          to.value > 1 &&
          word.value < 1000 === to.value < 1000 &&
          (word.value < 100 || word.value >= 1000)),
    );
    return from ? [{ from, to }] : [];
  });
}

import { civilFromDays } from './civil.ts';

/** How busy each hour of a day is, relative to its mean: a quiet night, a lunch peak, a busy evening. */
const hourly = [
  0.42, 0.28, 0.2, 0.16, 0.17, 0.26, 0.5, 0.82, 1.02, 1.06, 1.05, 1.12, 1.28, 1.25, 1.1, 1.08, 1.16, 1.3, 1.5,
  1.72, 1.86, 1.76, 1.36, 0.87,
];

/** How busy each day of a week is, from Monday on. */
const weekly = [0.94, 0.93, 0.95, 0.98, 1.06, 1.14, 1.0];

/** Holidays on fixed dates, as month and day, and how busy they are. */
const holidays: { readonly [date: string]: number } = {
  '1-1': 0.58,
  '5-1': 0.82,
  '7-4': 0.86,
  '7-14': 0.86,
  '11-1': 0.88,
  '12-24': 0.72,
  '12-25': 0.5,
  '12-26': 0.7,
  '12-31': 0.75,
};

/** 2015-01-01 and the days after it until growth ends, in 2035. */
const trendStart = 16_436;
const trendDays = 7_305;

/** How busy a quarter of an hour is within its day (0 to 95), interpolated between hours. */
export function seasonalityOfDay(quarter: number): number {
  const wrapped = ((quarter % 96) + 96) % 96;
  const hour = Math.floor(wrapped / 4);
  const here = hourly[hour] ?? 1;
  const next = hourly[(hour + 1) % 24] ?? 1;
  return here + ((next - here) * (wrapped % 4)) / 4;
}

/** How busy a day since the epoch is: its weekday, its holiday, and the growth since 2015. */
export function seasonalityOfYears(day: number): number {
  // 1970-01-01 was a Thursday.
  const weekday = weekly[(((day + 3) % 7) + 7) % 7] ?? 1;
  const { month, day: date } = civilFromDays(day);
  const growth = 0.6 + 1.4 * Math.min(1, Math.max(0, (day - trendStart) / trendDays));
  return weekday * (holidays[`${month}-${date}`] ?? 1) * growth;
}

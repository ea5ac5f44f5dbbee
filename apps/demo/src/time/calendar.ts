/** Calendar days as numbers of days since 1970-01-01, with their weeks and months. */

/** `2018-06-28` */
export const isoDay = (calendarDay: number): string =>
  new Date(calendarDay * 86_400_000).toISOString().slice(0, 10);

/** @returns undefined for an invalid date, such as 2026-02-31 */
export function parseDay(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const calendarDay = Date.parse(`${text}T00:00:00Z`) / 86_400_000;
  return Number.isNaN(calendarDay) || isoDay(calendarDay) !== text ? undefined : calendarDay;
}

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (calendarDay: number): number => modulo(calendarDay + 4, 7);

export const isWeekend = (calendarDay: number): boolean => [0, 6].includes(weekdayOf(calendarDay));

/** Number of the week of a day. @param weekStart weekday that weeks start on: 0 is Sunday, 1 is Monday. */
export const weekOf = (calendarDay: number, weekStart: number): number =>
  Math.floor((calendarDay + 4 - weekStart) / 7);

/** First day of a week. */
export const firstDayOfWeek = (week: number, weekStart: number): number => week * 7 - 4 + weekStart;

/** Number of the month of a day, counted from year 0. */
export function monthOf(calendarDay: number): number {
  const date = new Date(calendarDay * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** First day of a month. */
export const firstDayOfMonth = (month: number): number =>
  Date.UTC(Math.floor(month / 12), modulo(month, 12), 1) / 86_400_000;

/** The same day of another month, or its last day if it is shorter. */
export function addMonths(calendarDay: number, months: number): number {
  const month = monthOf(calendarDay);
  const first = firstDayOfMonth(month + months);
  const length = firstDayOfMonth(month + months + 1) - first;
  return first + Math.min(calendarDay - firstDayOfMonth(month), length - 1);
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by;

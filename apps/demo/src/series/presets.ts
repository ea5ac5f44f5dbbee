import { addMonths, firstDayOfMonth, monthOf } from '../time/calendar.ts';

/** Preset periods, including the current day. */
export const presets = ['7d', '28d', '90d', 'month', 'last-month', 'quarter', 'year'] as const;
export type Preset = (typeof presets)[number];

export const isPreset = (text: string): text is Preset => presets.some((known) => known === text);

/** First and last calendar day of a preset. */
export function daysOf(preset: Preset, today: number): { first: number; last: number } {
  const month = monthOf(today);
  switch (preset) {
    case '7d':
    case '28d':
    case '90d':
      return { first: today - Number.parseInt(preset, 10) + 1, last: today };
    case 'month':
      return { first: firstDayOfMonth(month), last: today };
    case 'last-month':
      return { first: addMonths(firstDayOfMonth(month), -1), last: firstDayOfMonth(month) - 1 };
    case 'quarter':
      return { first: firstDayOfMonth(month - (month % 3)), last: today };
    case 'year':
      return { first: firstDayOfMonth(month - (month % 12)), last: today };
  }
}

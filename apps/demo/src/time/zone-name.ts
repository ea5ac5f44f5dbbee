import { clockOf, day } from './clock.ts';

/** `Europe/Paris (UTC+2)`, with both offsets if its clocks change in the period; an offset alone has no other name. */
export function zoneName(zone: string, { from, to }: { from: number; to: number }): string {
  if (/^([+-]|UTC$)/.test(zone)) return utcOffset(zone, from);
  const offsets = new Set<string>();
  for (let at = from; at < to; at += 28 * day) offsets.add(utcOffset(zone, at));
  offsets.add(utcOffset(zone, to - 1));
  return `${zone.replaceAll('_', ' ')} (${[...offsets].join(', ')})`;
}

/** `UTC+2`, `UTC−3:30`, `UTC` */
export function utcOffset(zone: string, instant: number): string {
  const clock = clockOf(zone);
  const minutes = Math.round((clock.wallOf(instant) - instant) / 60);
  if (minutes === 0) return 'UTC';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

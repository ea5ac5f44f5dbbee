import { clockOf } from './clock.ts';

/** `Europe/Paris (UTC+2)`; an offset alone has no other name. */
export function zoneName(zone: string, instant: number): string {
  const offset = utcOffset(zone, instant);
  return /^([+-]|UTC$)/.test(zone) ? offset : `${zone.replaceAll('_', ' ')} (${offset})`;
}

/** `UTC+2`, `UTC−3:30`, `UTC` */
export function utcOffset(zone: string, instant: number): string {
  const clock = clockOf(zone);
  const minutes = Math.round((clock.wallOf(instant) - instant) / 60);
  if (minutes === 0) return 'UTC';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

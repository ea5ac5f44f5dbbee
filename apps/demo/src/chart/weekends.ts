import type uPlot from 'uplot';
import { isWeekend } from '../time/calendar.ts';
import { clockOf, day } from '../time/clock.ts';
import type { Drawn } from './drawn.ts';

/** Above this span a weekend is thinner than a few pixels. */
const weekendsUpTo = 200 * day;

/** Whether grey bands mark weekends: for days or hours, over a span in which they are visible. */
export function hasWeekends({ starts, ends }: Drawn): boolean {
  const [first, last] = [starts[0] ?? 0, ends.at(-1) ?? 0];
  const longest = Math.max(...starts.slice(0, 8).map((start, index) => (ends[index] ?? start) - start));
  return last - first <= weekendsUpTo && longest <= day + 3600 && last - first > day;
}

/** Draws the bands behind the lines. */
export function shadeWeekends(plot: uPlot, drawn: Drawn, zone: string, colour: string): void {
  const { min, max } = plot.scales['x'] ?? {};
  if (min == null || max == null || !hasWeekends(drawn)) return;
  const { ctx, bbox } = plot;
  const clock = clockOf(zone);
  // Daily points are at midnight, so the band is centred on them.
  const isDaily = (drawn.ends[0] ?? 0) - (drawn.starts[0] ?? 0) > 12 * 3600;
  const shift = isDaily ? -day / 2 : 0;
  ctx.save();
  ctx.fillStyle = colour;
  for (let one = clock.dayOf(min) - 1; one <= clock.dayOf(max) + 1; one += 1) {
    if (!isWeekend(one)) continue;
    const left = Math.max(bbox.left, plot.valToPos(clock.startOfDay(one) + shift, 'x', true));
    const end = plot.valToPos(clock.startOfDay(one + 1) + shift, 'x', true);
    const right = Math.min(bbox.left + bbox.width, end);
    if (right > left) ctx.fillRect(left, bbox.top, right - left, bbox.height);
  }
  ctx.restore();
}

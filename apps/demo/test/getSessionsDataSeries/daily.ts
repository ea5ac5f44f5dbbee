/** Shared by tests of what is drawn. */
import type { Aligned } from '../../src/series/aligned.ts';

/** Days from 2026-01-05, a Monday. */
export const firstDay = Date.UTC(2026, 0, 5) / 86_400_000;

/** Daily series from that day, all complete. */
export function alignedOf(...series: (number | null)[][]): Aligned {
  const starts = (series[0] ?? []).map((_, index) => (firstDay + index) * 86_400);
  return {
    starts,
    ends: starts.map((start) => start + 86_400),
    keys: starts.map((_, index) => firstDay + index),
    isCut: starts.map(() => false),
    complete: starts.length,
    begun: starts.length,
    whole: undefined,
    lines: series.map((values, index) => ({
      line: { app_id: `app-${index}` },
      values,
      before: undefined,
      comparison: undefined,
    })),
  };
}

/** Lines without a zoom, with room for each point. */
export const drawOptions = {
  by: 'day',
  shape: 'lines',
  average: false,
  zoom: undefined,
  maxColumns: 1000,
} as const;

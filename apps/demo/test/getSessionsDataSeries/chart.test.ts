import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnOf } from '../../src/chart/drawn.ts';
import { formatOf } from '../../src/i18n/format.ts';
import { busiestOf, heatOf } from '../../src/series/heatmap.ts';
import { cumulativeOf, movingAverageOf } from '../../src/series/statistics.ts';
import { unusualOf } from '../../src/series/unusual.ts';
import { alignedOf, drawOptions, firstDay } from './daily.ts';

describe('labels of ticks', () => {
  const parsed = {
    en: (label: string) => Number(label.replace('k', 'e3').replace('m', 'e6')),
    fr: (label: string) =>
      Number(
        label
          .replace(/[\u00a0\u202f]/g, '')
          .replace(',', '.')
          .replace('k', 'e3')
          .replace(/Md/, 'e9')
          .replace('M', 'e6'),
      ),
  };
  it.each(['en', 'fr'] as const)(
    'the label of a tick shows its exact value, not a rounded one (%s)',
    (locale) => {
      const step = fc.constantFrom(1, 2, 2.5, 5, 25, 50, 250, 500, 1250, 2500, 12_500, 250_000);
      fc.assert(
        fc.property(step, fc.integer({ min: 0, max: 20 }), (by, times) => {
          const value = by * times;
          if (!Number.isInteger(value)) return;
          expect(parsed[locale](formatOf(locale).tick(value))).toBe(value);
        }),
      );
    },
  );
});

describe('drawn points', () => {
  it('the chart draws every point if there is room', () => {
    const drawn = drawnOf(alignedOf([3, 1, null, 2]), drawOptions);
    expect(drawn).toMatchObject({ size: 1, lines: [{ values: [3, 1, null, 2], band: undefined }] });
  });

  it('the chart draws the mean, lowest and highest value of each column if there is no room for every point', () => {
    const drawn = drawnOf(alignedOf([1, 5, null, 4, 8, 2]), { ...drawOptions, maxColumns: 3 });
    expect(drawn).toMatchObject({
      size: 2,
      lines: [{ values: [3, 4, 5], band: { low: [1, 4, 2], high: [5, 4, 8] } }],
    });
  });

  it('the chart never has more columns than fit, and hides no extreme value', () => {
    const series = fc.array(fc.option(fc.nat(1000), { nil: null }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(series, fc.integer({ min: 2, max: 60 }), (values, maxColumns) => {
        const { lines, starts } = drawnOf(alignedOf(values), { ...drawOptions, maxColumns });
        expect(starts.length).toBeLessThanOrEqual(Math.max(maxColumns, 1));
        const high = lines[0]?.band?.high ?? lines[0]?.values ?? [];
        const highest = (all: readonly (number | null)[]) => Math.max(...all.map((value) => value ?? -1));
        expect(highest(high)).toBe(highest(values));
      }),
    );
  });

  it('a stacked chart draws each line on top of the previous ones', () => {
    const drawn = drawnOf(alignedOf([1, 2], [10, 20], [5, null]), { ...drawOptions, shape: 'stacked' });
    expect(drawn.lines.map(({ values }) => values)).toEqual([
      [1, 2],
      [11, 22],
      [16, null],
    ]);
  });

  it('a stacked chart draws the total of other lines over the stack, since on top it would count them twice', () => {
    const { lines, ...aligned } = alignedOf([11, 22], [1, 2], [10, 20]);
    const withTotal = {
      ...aligned,
      lines: lines.map((one, index) => (index === 0 ? { ...one, line: {} } : one)),
    };
    const drawn = drawnOf(withTotal, { ...drawOptions, shape: 'stacked' });
    expect(drawn.lines.map(({ values, below }) => ({ values, below }))).toEqual([
      { values: [11, 22], below: undefined },
      { values: [1, 2], below: [] },
      { values: [11, 22], below: [1, 2] },
    ]);
  });

  it('zooming in cuts the line to the visible part and reduces it again', () => {
    const values = Array.from({ length: 100 }, (_, index) => index);
    const zoom = [(firstDay + 10) * 86_400, (firstDay + 14) * 86_400] as const;
    const drawn = drawnOf(alignedOf(values), { ...drawOptions, maxColumns: 10, zoom });
    expect(drawn).toMatchObject({ size: 1, lines: [{ values: [10, 11, 12, 13] }] });
  });
});

describe('figures of a series', () => {
  it('the running total of a series skips gaps', () => {
    expect(cumulativeOf([1, null, 2, 3])).toEqual([1, null, 3, 6]);
  });

  it('the moving average starts once it has enough points', () => {
    expect(movingAverageOf([1, 2, 3, 4, null], 3)).toEqual([null, null, 2, 3, 3.5]);
  });

  it('the heatmap averages the hours of each weekday in the time zone, with weeks that start on the reader’s first weekday', () => {
    const points = [
      { time: '2026-01-05T23:00:00Z', sessions: 4 },
      { time: '2026-01-12T23:00:00Z', sessions: 6 },
    ];
    const rows = heatOf(points, 'Europe/Paris', 1);
    expect(rows.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6, 0]);
    // An hour before midnight in UTC on Monday is Tuesday in Paris.
    expect(rows[1]?.means[0]).toBe(5);
    expect(rows.flatMap(({ means }) => means).filter((mean) => mean !== null)).toEqual([5]);
    expect(busiestOf(rows)).toEqual({ weekday: 2, hour: 0, mean: 5 });
    expect(busiestOf(heatOf([], 'Europe/Paris', 1))).toBeUndefined();
  });

  it('the busiest hour is named as the hour of a week, also the last one of Saturday', () => {
    const { weekdayHour } = formatOf('en');
    expect(weekdayHour(6, 23)).toBe('Saturday 23:00–00:00');
    expect(weekdayHour(0, 9)).toBe('Sunday 09:00–10:00');
    expect(formatOf('fr').weekdayHour(1, 17)).toBe('lundi 17:00–18:00');
  });
});

describe('unusual points', () => {
  const weekly = Array.from({ length: 56 }, (_, index) => 1000 + 200 * (index % 7));
  const keys = weekly.map((_, index) => firstDay + index);

  it('unusual points are those far above or below the nearest days of the same weekday', () => {
    const values = weekly.with(20, 5).with(40, 9000);
    expect(unusualOf(values, keys, 'day', values.length)).toEqual([20, 40]);
  });

  it('a regular series with growth and noise has no unusual day', () => {
    const grown = weekly.map((value, index) => value * (1 + index / 200) + (index % 3) * 20);
    expect(unusualOf(grown, keys, 'day', grown.length)).toEqual([]);
  });

  it('no day is unusual if there are too few weeks to compare, and neither is the day in progress', () => {
    expect(unusualOf([1, 1, 1, 1, 1, 1, 1, 900], keys, 'day', 8)).toEqual([]);
    expect(unusualOf(weekly.with(55, 3), keys, 'day', 55)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { type Plan, periodBefore, planOf } from '../src/series/plan.ts';
import { parseEndingAt, wallTimeOf } from '../src/series/wall-time.ts';
import { windowsOf } from '../src/series/windows.ts';
import { readView } from '../src/view/view.ts';

const now = Date.parse('2026-01-31T12:00:00Z');
const outcome = (search: string) => planOf(readView(search), now);
const plan = (search: string): Plan => {
  const found = outcome(search);
  if (!('plan' in found)) throw new Error(JSON.stringify(found));
  return found.plan;
};

describe('a view', () => {
  it('counts days at the offset that was written, one digit or two', () => {
    const { last } = plan('?length=14&ending_at=2018-06-28T23:59:59-5:00');
    expect(last).toBe(wallTimeOf('2018-06-28'));
    expect(parseEndingAt('2018-06-28T23:59:59-5:00')?.offset).toBe('-5:00');
  });

  it('ends now in UTC when nothing is said', () => {
    expect(plan('?length=2').first).toBe(wallTimeOf('2026-01-30'));
    expect(plan('?length=2').endingAt).toBeUndefined();
  });

  it.each([
    ['?length=0', { length: { kind: 'outOfBounds', minimum: 1, maximum: 100 } }],
    ['?length=101', { length: { kind: 'outOfBounds', minimum: 1, maximum: 100 } }],
    ['?length=abc', { length: { kind: 'notInteger' } }],
    ['?length=', { length: { kind: 'missing' } }],
    ['?unit=jour', { unit: { kind: 'notListed', allowed: ['day', 'hour'] } }],
    ['?ending_at=hier', { endingAt: { kind: 'wrongFormat' } }],
    ['?ending_at=2026-02-31T00:00:00Z', { endingAt: { kind: 'wrongFormat' } }],
    ['?from=2027-01-01T00:00', { from: { kind: 'fromAfterEnd' } }],
    ['?from=1990-01-01T00:00&unit=hour', { from: { kind: 'tooManyPoints', maximum: 44_000 } }],
  ])('%s is refused before anything is sent', (search, problems) => {
    expect(outcome(search)).toEqual({ problems });
  });

  it('the period before ends where this one starts', () => {
    const before = periodBefore(plan('?length=7&ending_at=2026-01-14T10:00:00%2B02:00'));
    expect(before.endingAt).toBe('2026-01-07T23:59:59+02:00');
    expect(before.last).toBe(wallTimeOf('2026-01-07'));
  });
});

describe('a range', () => {
  it.each([101, 200, 263, 26_280])('of %i hours is cut into calls that hold every hour once', (count) => {
    const whole = {
      ...plan('?unit=hour&length=1&ending_at=2026-01-31T12:00:00-03:30'),
      count,
      isRange: true,
    };
    const first = whole.last - (count - 1) * 3600;
    const hours = windowsOf({ ...whole, first }).flatMap(({ length, ending_at }) => {
      const last = Math.floor((parseEndingAt(ending_at)?.wall ?? Number.NaN) / 3600) * 3600;
      return Array.from({ length }, (_, index) => last - (length - 1 - index) * 3600);
    });
    expect(hours).toEqual(Array.from({ length: count }, (_, index) => first + index * 3600));
  });
});

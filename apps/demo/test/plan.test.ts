import { describe, expect, it } from 'vitest';
import { periodsToCompare } from '../src/series/comparison.ts';
import { type Plan, planOf } from '../src/series/plan.ts';
import { instantOf, parseEndingAt, wallTimeOf, zoneOf } from '../src/series/wall-time.ts';
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

  it('draws an app once, however often it is named', () => {
    expect(plan('?app_id=a&app_id=b&app_id=a').lines).toEqual([{ app_id: 'a' }, { app_id: 'b' }]);
  });

  it('the period before ends where this one starts', () => {
    const { before } = periodsToCompare(plan('?length=7&ending_at=2026-01-14T10:00:00%2B02:00'), now);
    expect(before.endingAt).toBe('2026-01-07T23:59:59+02:00');
    expect(before.last).toBe(wallTimeOf('2026-01-07'));
  });
});

describe('a written offset', () => {
  it.each([
    ['', 'UTC', '2026-01-01T00:00:00.000Z'],
    ['Z', 'UTC', '2026-01-01T00:00:00.000Z'],
    ['-5:00', '-05:00', '2026-01-01T05:00:00.000Z'],
    ['+05:45', '+05:45', '2025-12-31T18:15:00.000Z'],
    ['-03:30', '-03:30', '2026-01-01T03:30:00.000Z'],
  ])('%j is the time zone %s', (offset, zone, midnight) => {
    expect(zoneOf(offset)).toBe(zone);
    expect(instantOf(wallTimeOf('2026-01-01'), offset).toISOString()).toBe(midnight);
  });
});

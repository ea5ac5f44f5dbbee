import { describe, expect, it } from 'vitest';
import { utcOffset, zoneName } from '../src/time/clock.ts';
import { parseDateTime, withOffset, zoneOf } from '../src/time/written-time.ts';

const at = (text: string) => Date.parse(text) / 1000;

describe('offsets', () => {
  it.each([
    ['', 'UTC'],
    ['Z', 'UTC'],
    ['-5:00', '-05:00'],
    ['+05:45', '+05:45'],
    ['-03:30', '-03:30'],
  ])('the written offset %j is the time zone %s', (offset, zone) => {
    expect(zoneOf(offset)).toBe(zone);
  });

  it('an offset is written as the contract recommends', () => {
    expect(withOffset(at('2026-01-01T00:00:00Z'), 20_700)).toBe('2026-01-01T05:45:00+05:45');
    expect(withOffset(at('2026-01-01T00:00:00Z'), -12_600)).toBe('2025-12-31T20:30:00-03:30');
    expect(withOffset(at('2026-01-01T00:00:00Z'), 0)).toBe('2026-01-01T00:00:00Z');
    expect(parseDateTime('2018-06-28T23:59:59-5:00')?.offset).toBe('-5:00');
  });
});

describe('a time zone', () => {
  it.each([
    ['Europe/Paris', '2026-07-01T00:00:00Z', 'UTC+2'],
    ['Europe/Paris', '2026-01-01T00:00:00Z', 'UTC+1'],
    ['America/St_Johns', '2026-01-01T00:00:00Z', 'UTC−3:30'],
    ['-05:00', '2026-01-01T00:00:00Z', 'UTC−5'],
    ['UTC', '2026-01-01T00:00:00Z', 'UTC'],
  ])('the time zone %s at %s is written as %s', (zone, instant, text) => {
    expect(utcOffset(zone, at(instant))).toBe(text);
  });

  it('a time zone is named with both offsets when its clocks change in the period', () => {
    const period = (from: string, to: string) => ({
      from: at(`${from}T00:00:00Z`),
      to: at(`${to}T00:00:00Z`),
    });
    const name = (zone: string, from: string, to: string) => zoneName(zone, period(from, to));
    expect(name('Europe/Paris', '2026-03-01', '2026-04-01')).toBe('Europe/Paris (UTC+1, UTC+2)');
    expect(name('Europe/Paris', '2026-04-01', '2026-05-01')).toBe('Europe/Paris (UTC+2)');
    expect(name('Europe/Paris', '2026-01-01', '2027-01-01')).toBe('Europe/Paris (UTC+1, UTC+2)');
    expect(name('America/New_York', '2026-01-01', '2026-01-02')).toBe('America/New York (UTC−5)');
    expect(name('-05:00', '2026-01-01', '2027-01-01')).toBe('UTC−5');
  });
});

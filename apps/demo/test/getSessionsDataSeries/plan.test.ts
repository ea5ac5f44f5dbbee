import fc from 'fast-check';
import { checkRequest } from 'openapi-mock-engine/model';
import { describe, expect, it } from 'vitest';
import { readContract } from '../../server/contract.ts';
import { planOf } from '../../src/series/plan-of.ts';
import { readView } from '../../src/view/view.ts';
import { at, planFor, reader } from './planning.ts';

/** A Wednesday afternoon. */
const now = '2026-06-10T15:20:00Z';
const plan = (search: string, who = reader) => planFor(search, now, who);
const problemsOf = (search: string) => {
  const found = planOf(readView(search), at(now), reader);
  return 'problems' in found ? found.problems : {};
};
const span = (search: string, who = reader) => {
  const { from, to } = plan(search, who);
  return [new Date(from * 1000).toISOString(), new Date(to * 1000).toISOString()];
};

describe('a preset', () => {
  it.each([
    ['', '2026-05-14', '2026-06-11'],
    ['?period=7d', '2026-06-04', '2026-06-11'],
    ['?period=90d', '2026-03-13', '2026-06-11'],
    ['?period=month', '2026-06-01', '2026-06-11'],
    ['?period=last-month', '2026-05-01', '2026-06-01'],
    ['?period=quarter', '2026-04-01', '2026-06-11'],
    ['?period=year', '2026-01-01', '2026-06-11'],
    ['?period=nonsense', '2026-05-14', '2026-06-11'],
  ])('the preset "%s" covers %s up to, but not including, %s', (search, from, to) => {
    expect(span(search)).toEqual([`${from}T00:00:00.000Z`, `${to}T00:00:00.000Z`]);
  });

  it('a preset uses the days of the reader’s time zone', () => {
    // It is already the 11th there.
    expect(span('?period=7d', { ...reader, zone: 'Asia/Tokyo' })).toEqual([
      '2026-06-04T15:00:00.000Z',
      '2026-06-11T15:00:00.000Z',
    ]);
  });

  it('an hourly preset ends with the hour in progress', () => {
    expect(span('?period=7d&unit=hour')[1]).toBe('2026-06-10T16:00:00.000Z');
  });

  it('a weekly or monthly preset starts with a whole week or month, on the reader’s first weekday', () => {
    expect(span('?period=90d&by=week')[0]).toBe('2026-03-09T00:00:00.000Z');
    expect(span('?period=90d&by=week', { ...reader, weekStart: 0 })[0]).toBe('2026-03-08T00:00:00.000Z');
    expect(span('?period=90d&by=month')[0]).toBe('2026-03-01T00:00:00.000Z');
  });
});

describe('a range of dates', () => {
  it('a range of dates includes both dates, in the time zone of the URL', () => {
    expect(span('?from=2026-03-28&to=2026-03-29&zone=Europe/Paris')).toEqual([
      '2026-03-27T23:00:00.000Z',
      // The clocks went forward on the 29th.
      '2026-03-29T22:00:00.000Z',
    ]);
  });

  it('a range of dates leaves out units that have not begun yet', () => {
    expect(span('?from=2026-06-01&to=2026-12-31')[1]).toBe('2026-06-11T00:00:00.000Z');
  });
});

describe('a single call', () => {
  it('a single call is refused exactly when the contract refuses it', async () => {
    const contract = await readContract();
    const operation = contract.operation('getSessionsDataSeries');
    if (!operation) throw new Error('The contract has no series.');
    const two = fc.integer({ min: 0, max: 70 }).map((number) => String(number).padStart(2, '0'));
    const dateTime = fc
      .tuple(
        fc.constantFrom('2016-02-29', '2026-12-31', '2026-00-10', '2026-13-01', '2026-01-32', '20260-01-01'),
        fc.constantFrom('T', 't', ' ', ''),
        fc.tuple(two, two, fc.option(two)).map((parts) => parts.filter((part) => part !== null).join(':')),
        fc.constantFrom('', '', '.5', ',123'),
        fc.constantFrom('', 'Z', 'z', '+05:45', '-5', '-5:00', '+0530', '+24:00', '+05:60', 'CET'),
      )
      .map((parts) => parts.join(''));
    const length = fc.oneof(
      fc.integer({ min: -1, max: 120 }).map(String),
      fc.constantFrom('', ' 3', '3.0', '1e1', 'x', '١'),
    );
    fc.assert(
      fc.property(length, fc.option(dateTime, { nil: undefined }), (asked, end) => {
        const query = new URLSearchParams({ length: asked, ...(end !== undefined && { ending_at: end }) });
        const { findings } = checkRequest(contract, operation, {
          query: String(query),
          headers: { authorization: 'Bearer any' },
        });
        const wrong = [...new Set(findings.map(({ name }) => name))].sort();
        const found = Object.keys(problemsOf(`?${query}`)).map((field) =>
          field === 'endingAt' ? 'ending_at' : field,
        );
        expect([String(query), found.sort()]).toEqual([String(query), wrong]);
      }),
      { numRuns: 400 },
    );
  });

  it('a single call counts days at the written offset, with one or two digits', () => {
    const search = '?length=14&ending_at=2018-06-28T23:59:59-5:00';
    expect(span(search)).toEqual(['2018-06-15T05:00:00.000Z', '2018-06-29T05:00:00.000Z']);
    expect(plan(search)).toMatchObject({ zone: '-05:00', call: { length: 14 } });
  });

  it('a single call without an end ends now, in UTC', () => {
    expect(span('?length=2')).toEqual(['2026-06-09T00:00:00.000Z', '2026-06-11T00:00:00.000Z']);
    expect(plan('?length=2').call).toEqual({ length: 2, endingAt: undefined });
  });

  it('an hourly single call ends with the hour that contains its end', () => {
    expect(span('?length=2&unit=hour&ending_at=2026-01-14T10:30:00%2B05:45')).toEqual([
      '2026-01-14T03:15:00.000Z',
      '2026-01-14T05:15:00.000Z',
    ]);
  });
});

describe('a wrong view is refused before anything is sent', () => {
  it.each([
    ['?length=0', 'length', { kind: 'outOfBounds', minimum: 1, maximum: 100 }],
    ['?length=101', 'length', { kind: 'outOfBounds', minimum: 1, maximum: 100 }],
    ['?length=99999999999999', 'length', { kind: 'outOfBounds', minimum: 1, maximum: 100 }],
    ['?length=abc', 'length', { kind: 'notInteger' }],
    ['?length=', 'length', { kind: 'missing' }],
    ['?unit=jour', 'by', { kind: 'notListed', allowed: ['hour', 'day', 'week', 'month'] }],
    ['?ending_at=hier', 'endingAt', { kind: 'wrongFormat' }],
    ['?ending_at=2026-02-31T00:00:00Z', 'endingAt', { kind: 'wrongFormat' }],
    ['?from=2026-02-31&to=2026-03-01', 'from', { kind: 'notADate' }],
    ['?from=2026-02-01', 'to', { kind: 'missing' }],
    ['?from=2026-02-02&to=2026-02-01', 'from', { kind: 'fromAfterTo' }],
    ['?from=1990-01-01&to=2026-01-01&unit=hour', 'from', { kind: 'tooManyPoints', maximum: 44_000 }],
    ['?zone=Europe/Atlantis', 'zone', { kind: 'unknownZone' }],
    [
      `?${[1, 2, 3, 4, 5, 6, 7].map((number) => `app_id=a${number}`).join('&')}`,
      'apps',
      { kind: 'tooManyLines', maximum: 6 },
    ],
  ])('the wrong view %s is refused before anything is sent, for its %s', (search, field, problem) => {
    expect(problemsOf(search)).toMatchObject({ [field]: { problem } });
    expect(Object.keys(problemsOf(search))).toEqual([field]);
  });
});

it('an invalid view is refused for each of its invalid fields', () => {
  const problems = problemsOf('?from=2026-06-31&to=soon&zone=Europe/Atlantis&unit=x');
  expect(Object.keys(problems).sort()).toEqual(['by', 'from', 'to', 'zone']);
});

it('a plan contains an app once, even if it is named twice', () => {
  expect(plan('?app_id=a&app_id=b&app_id=a').lines).toEqual([{ app_id: 'a' }, { app_id: 'b' }]);
});

describe('completed units', () => {
  it.each([
    ['?length=3', '2026-06-10T00:00:00Z'],
    ['?length=3&unit=hour', '2026-06-10T15:00:00Z'],
    ['?length=3&ending_at=2026-06-09T23:59:59Z', '2026-06-10T00:00:00Z'],
    // It is 00:20 of the 11th there.
    ['?length=3&ending_at=2026-06-10T23:59:59%2B09:00', '2026-06-10T15:00:00Z'],
    ['?length=3&ending_at=2027-01-01T00:00:00Z', '2026-12-30T00:00:00Z'],
  ])('the completed units of %s end at %s', (search, ended) => {
    expect(plan(search).ended).toBe(at(ended));
  });
});

describe('upcoming units', () => {
  it.each([
    ['?length=3', '2026-06-11T00:00:00Z'],
    ['?length=3&unit=hour&ending_at=2026-06-10T17:00:00Z', '2026-06-10T16:00:00Z'],
    ['?length=3&ending_at=2026-06-12T00:00:00Z', '2026-06-11T00:00:00Z'],
    ['?length=3&ending_at=2026-06-09T23:59:59Z', '2026-06-10T00:00:00Z'],
    ['?length=3&ending_at=2027-01-01T00:00:00Z', '2026-12-30T00:00:00Z'],
  ])('the upcoming units of %s start at %s', (search, begun) => {
    expect(plan(search).begun).toBe(at(begun));
  });
});

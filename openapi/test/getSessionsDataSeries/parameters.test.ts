import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundle, member, at as placeOf, walk } from '../bundles.ts';

const contract = bundle('en');
const at = (pointer: string) => placeOf(contract, pointer);

/** A year with 29 days in February: no pattern counts years. */
const LEAP_YEAR = 2024;

describe('the pattern of the parameter `ending_at`', () => {
  const pattern = new RegExp(String(at('/components/parameters/ending_at/schema/pattern')), 'u');

  test.each([
    '2018-06-28T23:59:59-5:00', // the documented example, not RFC 3339
    '2018-06-28T23:59:59-05:00',
    '2018-06-28T23:59:59Z',
    '2018-06-28T23:59:59+02:00',
    '2018-06-28T23:59:59.250Z',
    '2018-06-28T23:59',
    '2018-06-28T23:59:59',
  ])('the pattern of `ending_at` accepts %s', (value) => expect(value).toMatch(pattern));

  test('tools that generate values from the pattern of `ending_at` get days that the month has, and times in their ranges', () => {
    fc.assert(
      fc.property(fc.stringMatching(pattern), (value) => {
        const [, month = 0, day = 0, hour = 0, minute = 0] = (value.match(/\d+/g) ?? []).map(Number);
        expect(new Date(Date.UTC(LEAP_YEAR, month - 1, day)).toISOString().slice(5, 10)).toBe(
          value.slice(5, 10),
        );
        expect(hour).toBeLessThan(24);
        expect(minute).toBeLessThan(60);
      }),
    );
  });

  test('the pattern of `ending_at` accepts the days of each month in a leap year, and no other day', () => {
    for (let month = 1; month <= 12; month++)
      for (let day = 0; day <= 32; day++) {
        const date = new Date(Date.UTC(LEAP_YEAR, month - 1, day));
        const digits = [month, day].map((number) => String(number).padStart(2, '0'));
        expect(pattern.test(`${LEAP_YEAR}-${digits.join('-')}T00:00Z`), digits.join('-')).toBe(
          date.getUTCMonth() === month - 1 && date.getUTCDate() === day,
        );
      }
  });

  test.each(['hier', '2018-06-28', '28/06/2018 23:59', '2018-06-28T23:59:59 02:00', '1530248399'])(
    'the pattern of `ending_at` rejects %s',
    (value) => expect(value).not.toMatch(pattern),
  );
});

describe('the pattern of the property `time`', () => {
  const pattern = new RegExp(String(at('/components/schemas/SessionsPoint/properties/time/pattern')), 'u');

  test.each(['2018-06-28', '2018-06-28T23:00:00-05:00', '2018-06-28T23:00:00Z', '2018-06-28T23:00:00'])(
    'the pattern of the property `time` accepts %s',
    (value) => expect(value).toMatch(pattern),
  );
});

test.each(['en', 'fr'] as const)(
  'the parameters of an operation are written out, for tools that do not follow references (%s)',
  (language) => {
    const document = bundle(language);
    const lists = [...walk(placeOf(document, '/paths') ?? null)].filter(({ pointer }) =>
      pointer.endsWith('/parameters'),
    );
    expect(lists.length).toBeGreaterThan(0);
    for (const { value } of lists)
      for (const parameter of Object.values(value ?? {})) {
        expect(parameter).not.toHaveProperty('$ref');
        const shared = placeOf(document, `/components/parameters/${member(parameter, 'name')}`);
        if (shared !== undefined) expect(parameter).toEqual(shared);
      }
  },
);

describe('the servers of the contract', () => {
  const servers = at('/servers');
  const hosts = Array.isArray(servers) ? servers.map((server) => JSON.stringify(server)) : [];

  test('the servers are the 15 instances, each with its name in the description', () => {
    expect(hosts).toHaveLength(15);
    expect(new Set(hosts).size).toBe(15);
    for (const host of hosts) {
      const { 'x-instance': instance, description, url }: Record<string, string> = JSON.parse(host);
      expect(description).toContain(`${instance} (`);
      expect(url).toMatch(
        /^https:\/\/rest\.(iad-0[1-8]|us-10|au-01|id-01|jp-01|kr-01)\.braze\.com$|^https:\/\/rest\.fra-0[12]\.braze\.eu$/,
      );
    }
  });
});

test('every parameter has an example, and an optional one has a default or says what omitting it means', () => {
  for (const name of ['length', 'unit', 'ending_at', 'app_id', 'segment_id']) {
    expect(at(`/components/parameters/${name}/example`)).toBeDefined();
    const parameter = `/components/parameters/${name}`;
    if (at(`${parameter}/required`) !== true && at(`${parameter}/schema/default`) === undefined)
      expect(at(`${parameter}/description`)).toMatch(/Defaults\s+to|If\s+omitted/);
  }
});

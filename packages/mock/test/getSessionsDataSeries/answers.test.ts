import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningMock, startMock } from '../../src/index.ts';
import { getRaw } from '../raw-request.ts';

let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ port: 0, now: '2026-03-10T12:00:00Z' });
});
afterAll(() => mock.close());

const key = { Authorization: 'Bearer YOUR-REST-API-KEY' };

test('the documented example works verbatim, including braces and the one-digit offset', async () => {
  const { status, body } = await getRaw(
    mock.url,
    '/sessions/data_series?length=14&unit=day&ending_at=2018-06-28T23:59:59-5:00&app_id={{app_identifier}}&segment_id={{segment_identifier}}',
    key,
  );
  expect(status).toBe(200);
  const { message, data } = JSON.parse(body);
  expect(message).toBe('success');
  expect(data).toHaveLength(14);
  expect(data[0].time).toBe('2018-06-15');
  expect(data.at(-1).time).toBe('2018-06-28');
});

test('hours have the offset written in ending_at', async () => {
  const { body } = await getRaw(
    mock.url,
    '/sessions/data_series?length=3&unit=hour&ending_at=2018-06-28T23:59:59-5:00',
    key,
  );
  expect(JSON.parse(body).data.map(({ time }: { time: string }) => time)).toEqual([
    '2018-06-28T21:00:00-05:00',
    '2018-06-28T22:00:00-05:00',
    '2018-06-28T23:00:00-05:00',
  ]);
});

describe('an error names the parameter, the value and what is allowed', () => {
  test.for([
    ['length=0', 'length: 0 is not allowed. Expected an integer from 1 to 100.'],
    ['length=101', 'length: 101 is not allowed. Expected an integer from 1 to 100.'],
    ['length=abc', 'length: "abc" is not allowed. Expected an integer from 1 to 100.'],
    ['unit=day', 'length: is missing. Expected an integer from 1 to 100.'],
    ['length=3&unit=jour', 'unit: "jour" is not allowed. Expected day or hour.'],
    [
      'length=3&ending_at=hier',
      'ending_at: "hier" is not allowed. Expected an ISO 8601 date-time such as 2018-06-28T23:59:59-05:00.',
    ],
    [
      'length=3&ending_at=2018-06-28T23:59:59+02:00',
      'ending_at: "2018-06-28T23:59:59 02:00" is not allowed. Expected an ISO 8601 date-time such as ' +
        '2018-06-28T23:59:59-05:00. A + in a query string is a space: write it as %2B.',
    ],
    [
      'length=3&unit%C3%A9=jour',
      'unité: "jour" is not allowed, since there is no such parameter. Did you mean unit? ' +
        'Expected only length, unit, ending_at, app_id, segment_id.',
    ],
  ] as const)('the query %s is refused with: %s', async ([query, message]) => {
    const { status, body } = await getRaw(mock.url, `/sessions/data_series?${query}`, key);
    expect({ status, body: JSON.parse(body) }).toEqual({ status: 400, body: { message } });
  });

  test('a request without a key is refused with a message that names the key', async () => {
    const { status, body } = await getRaw(mock.url, '/sessions/data_series?length=3', {});
    expect(status).toBe(401);
    expect(JSON.parse(body).message).toBe(
      'Authorization: is missing. Expected the word Bearer, a space and a REST API key.',
    );
  });
});

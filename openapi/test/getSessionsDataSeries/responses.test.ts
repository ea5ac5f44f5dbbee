import { describe, expect, test } from 'vitest';
import { at, bundle, member, resolve } from '../bundles.ts';

const contract = bundle('en');

describe('the responses of getSessionsDataSeries', () => {
  const statuses = ['200', '400', '401', '403', '404', '429', '500', '502', '503', '504'];
  const responses = at(contract, '/paths/~1sessions~1data_series/get/responses');

  test('the responses of getSessionsDataSeries have the documented status codes', () =>
    expect(Object.keys(responses ?? {})).toEqual(statuses));

  test.each(statuses)(
    'the response %s has a body with a named schema, examples and the rate limit headers',
    (status) => {
      const response = resolve(contract, member(responses, status));
      const text = JSON.stringify(response);
      expect(text).toMatch(/"schema":\{"\$ref":"#\/components\/schemas\/\w+"\}/);
      expect(text).toContain('"examples":{');
      expect(Object.keys(member(response, 'headers') ?? {})).toEqual(
        expect.arrayContaining(['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset']),
      );
    },
  );
});

import { expect, test } from 'vitest';
import { readLimits } from '../src/rate-limit.ts';

const now = Date.parse('1994-11-06T08:49:00Z');
const seconds = (headers: Record<string, string>) => {
  const instant = readLimits({ status: 503, headers: new Headers(headers) }, now).retryAfter;
  return instant && (instant.getTime() - now) / 1000;
};

test.for([
  ['seconds', '37', 37],
  ['seconds with blanks around them', ' 37\t', 37],
  ['the longest of several headers', '5, 37', 37],
  ['the preferred form of a date', 'Sun, 06 Nov 1994 08:49:37 GMT', 37],
  ['the obsolete form with a short year', 'Sunday, 06-Nov-94 08:49:37 GMT', 37],
  ['the form of asctime, which is in UTC', 'Sun Nov  6 08:49:37 1994', 37],
  ['the latest of several dates', 'Sun, 06 Nov 1994 08:49:07 GMT, Sun, 06 Nov 1994 08:49:37 GMT', 37],
  ['an instant in the past, if the number is negative', '-1', -1],
  ['a fraction of a second', '1.5', 1.5],
  ['nothing of a number beyond all dates', '99999999999999999', undefined],
  ['nothing of a word', 'soon', undefined],
  ['nothing of an empty header', '', undefined],
] as const)('Retry-After is read as %s', ([_, value, expected]) => {
  expect(seconds({ 'retry-after': value })).toBe(expected);
});

test('a date in Retry-After is relative to the server’s clock in the Date header', () => {
  const headers = { 'retry-after': 'Sun, 06 Nov 1994 09:49:37 GMT', date: 'Sun, 06 Nov 1994 09:49:00 GMT' };
  expect(seconds(headers)).toBe(37);
});

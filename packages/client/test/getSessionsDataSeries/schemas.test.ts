import { expect, expectTypeOf, test } from 'vitest';
import { getSessionsDataSeriesSchema } from '../../src/generated/schemas.ts';
import type { GetSessionsDataSeriesParameters } from '../../src/index.ts';

const { parameters, response } = getSessionsDataSeriesSchema;

test('parameters that the contract allows pass, unchanged', () => {
  const value = { length: 14, unit: 'day' };
  expect(parameters['~standard'].validate(value)).toEqual({ value });
  expectTypeOf<
    NonNullable<(typeof parameters)['~standard']['types']>['output']
  >().toEqualTypeOf<GetSessionsDataSeriesParameters>();
});

test('every problem with parameters is an issue with its path', () => {
  expect(parameters['~standard'].validate({ length: 101, unit: 'week', unité: 1 })).toEqual({
    issues: [
      { message: 'is unknown', path: ['unité'] },
      { message: 'must be <= 100', path: ['length'] },
      { message: 'must be one of "day", "hour"', path: ['unit'] },
    ],
  });
});

test('a response is checked by its schema, too', () => {
  expect(response['~standard'].validate({ message: 'success', data: [] }).issues).toBe(undefined);
  expect(
    response['~standard'].validate({ message: 'success', data: [{ time: '2026-01-01' }] }).issues,
  ).toEqual([{ message: 'is required', path: ['data', 0, 'sessions'] }]);
});

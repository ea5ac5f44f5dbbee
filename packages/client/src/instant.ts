import { describe, isRecord } from './refuse.ts';

/**
 * An instant: a `Date`, an ISO 8601 date-time, or a `Temporal` instant or zoned date-time. A zoned date-time keeps its offset,
 * a `Date` and an instant are in UTC, a string is sent as it is.
 */
export type Instant = Date | string | TemporalInstant;

/** The part of `Temporal.Instant` and `Temporal.ZonedDateTime` that this client uses. */
export interface TemporalInstant {
  /** Returns an ISO 8601 date-time. */
  toString(): string;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly epochMilliseconds: number;
}

/** Parameters, some of which accept an instant in any form. */
export type WithInstants<Parameters, Names extends PropertyKey> = {
  [Name in keyof Parameters]: Name extends Names
    ? Instant | (undefined extends Parameters[Name] ? undefined : never)
    : Parameters[Name];
};

/** Whether a value is a `Date`, also one of another realm, such as a Jest environment's. */
export function isDate(value: unknown): value is Date {
  return describe(value) === 'Date';
}

/** Whether a value is a `Temporal.Instant` or a `Temporal.ZonedDateTime`, native or of a polyfill. */
export function isTemporalInstant(value: unknown): value is TemporalInstant {
  return isRecord(value) && 'epochMilliseconds' in value;
}

/** Writes a `Date` or a `Temporal` instant in ISO 8601; `undefined` for any other value. */
export function writeInstant(value: unknown): string | undefined {
  if (isDate(value)) return value.toISOString();
  if (!isTemporalInstant(value)) return undefined;
  // Only a zoned date-time uses the options. Its zone and calendar names are not part of ISO 8601.
  const temporal = value as { toString(options: object): string };
  return temporal.toString({ timeZoneName: 'never', calendarName: 'never' });
}

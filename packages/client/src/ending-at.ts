/**
 * An instant, as the end of a series: a `Date`, an ISO 8601 date-time, or a `Temporal` instant or zoned date-time. A zoned
 * date-time keeps its offset, so that its days and hours are counted; the others are in UTC or as written.
 */
export type EndingAt = Date | string | TemporalLike;

/** What this client needs of `Temporal.Instant` and `Temporal.ZonedDateTime`. */
export interface TemporalLike {
  /** An ISO 8601 date-time. */
  toString(): string;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly epochMilliseconds: number;
}

/** Writes the end of a series as the wire wants it. */
export function endingAtText(value: EndingAt | undefined): string | undefined {
  if (value instanceof Date) return value.toISOString();
  // The others ignore the option of a zoned date-time.
  return (value as { toString(options?: object): string } | undefined)?.toString({ timeZoneName: 'never' });
}

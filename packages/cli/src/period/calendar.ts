import { offsetAt, startOfDay } from '@session-series/client/range';
import { Temporal } from 'temporal-polyfill';

const dayLength = 24 * 3_600_000;

/** The calendar of one IANA time zone. */
export class Calendar {
  readonly timeZone: string;
  #date = '';
  /** The range of instants for which `#date` is valid. */
  #bounds: readonly [number, number] = [0, 0];
  readonly #starts = new Map<string, number>();

  /** @throws RangeError for a time zone that this machine does not know. */
  constructor(timeZone: string) {
    // Refuses invalid time zones, and offsets such as +01:00, which only Temporal accepts.
    new Intl.DateTimeFormat('en', { timeZone });
    this.timeZone = timeZone;
  }

  /** The local date of an instant, such as `2025-01-31`. Fast for consecutive instants. */
  dateOf(instant: number): string {
    const [start, end] = this.#bounds;
    if (instant < start || instant >= end) {
      const { timeZone } = this;
      const isUtc = timeZone === 'UTC';
      const wall = isUtc ? instant : instant + offsetAt(timeZone, instant);
      // The local midnight as if it were in UTC.
      const day = Math.floor(wall / dayLength) * dayLength;
      const start = (midnight: number) => (isUtc ? midnight : startOfDay(timeZone, midnight));
      this.#date = new Date(day).toISOString().slice(0, -'T00:00:00.000Z'.length);
      this.#bounds = [start(day), start(day + dayLength)];
    }
    return this.#date;
  }

  /**
   * The first instant of a local date, also where the clocks skip midnight. Each date is computed once: a century has 36,525.
   *
   * @throws RangeError for no date.
   */
  startOf(date: string): number {
    let start = this.#starts.get(date);
    if (start === undefined) {
      start = this.#startOf(Temporal.PlainDate.from(date, { overflow: 'reject' }));
      this.#starts.set(date, start);
    }
    return start;
  }

  /** The start of the local day that is `days` days before the one that contains an instant. */
  daysBefore(instant: number, days: number): number {
    return this.#startOf(this.#plainDate(instant).subtract({ days }));
  }

  /** The start of the local hour that is `hours` hours before the one that contains an instant. */
  hoursBefore(instant: number, hours: number): number {
    const time = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(this.timeZone);
    return time.round({ smallestUnit: 'hour', roundingMode: 'floor' }).subtract({ hours }).epochMilliseconds;
  }

  /** The start of the day after the same date a number of months earlier. */
  monthsBefore(instant: number, months: number): number {
    return this.#startOf(this.#plainDate(instant).subtract({ months }).add({ days: 1 }));
  }

  /** The instant of a local date-time in the time zone. @throws RangeError for an invalid date-time. */
  instantOf(dateTime: string): number {
    return Temporal.PlainDateTime.from(dateTime, { overflow: 'reject' }).toZonedDateTime(this.timeZone)
      .epochMilliseconds;
  }

  #plainDate(instant: number): Temporal.PlainDate {
    return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(this.timeZone).toPlainDate();
  }

  #startOf(day: Temporal.PlainDate): number {
    return day.toZonedDateTime(this.timeZone).epochMilliseconds;
  }
}

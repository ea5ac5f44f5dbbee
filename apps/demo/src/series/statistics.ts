/** The figures of a part of one line. */
export interface Statistics {
  total: number;
  /** The mean of complete points, since others would lower it. */
  mean: number;
  /** The highest point and its index; undefined for an empty series. */
  peak: { value: number; index: number } | undefined;
}

/** Indexes of points, the end excluded. */
export interface Slice {
  first: number;
  end: number;
}

/**
 * Calculates the figures of a part of a series. Null means a missing point, which does not count.
 *
 * @param complete the number of complete points.
 * @param isCut whether the period contains only a part of each point
 */
export function statisticsOf(
  values: readonly (number | null)[],
  complete = values.length,
  { first, end }: Slice = { first: 0, end: values.length },
  isCut: readonly boolean[] = [],
): Statistics {
  let total = 0;
  let [ended, counted] = [0, 0];
  let peak: Statistics['peak'];
  for (let index = first; index < end; index += 1) {
    const value = values[index] ?? null;
    if (value === null) continue;
    total += value;
    if (index < complete && !isCut[index]) {
      ended += value;
      counted += 1;
    }
    if (!peak || value > peak.value) peak = { value, index };
  }
  return { total, mean: counted === 0 ? 0 : ended / counted, peak };
}

/** The change from one total to another as a ratio, `0.1` for 10 % more; undefined if the first is 0. */
export function changeOf(now: number, before: number): number | undefined {
  return before === 0 ? undefined : (now - before) / before;
}

/** The running total; missing points stay missing. */
export function cumulativeOf(values: readonly (number | null)[]): (number | null)[] {
  let sum = 0;
  return values.map((value) => {
    if (value === null) return null;
    sum += value;
    return sum;
  });
}

/** The moving average. @param width the number of points; null until there are enough. */
export function movingAverageOf(values: readonly (number | null)[], width: number): (number | null)[] {
  let [sum, counted] = [0, 0];
  return values.map((value, index) => {
    const leaving = values[index - width] ?? null;
    if (value !== null) [sum, counted] = [sum + value, counted + 1];
    if (index >= width && leaving !== null) [sum, counted] = [sum - leaving, counted - 1];
    return index >= width - 1 && counted > 0 ? sum / counted : null;
  });
}

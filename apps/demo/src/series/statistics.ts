/** Figures of one line over one period. */
export interface Statistics {
  total: number;
  /** Of the units that have ended; a unit under way would pull it down. */
  mean: number;
  /** The highest point and its index; undefined for an empty series. */
  peak: { value: number; index: number } | undefined;
}

/**
 * Sums up a series. Null stands for a unit without a point and does not count.
 *
 * @param complete units that have ended.
 */
export function statisticsOf(values: readonly (number | null)[], complete = values.length): Statistics {
  let total = 0;
  let [ended, counted] = [0, 0];
  let peak: Statistics['peak'];
  values.forEach((value, index) => {
    if (value === null) return;
    total += value;
    if (index < complete) {
      ended += value;
      counted += 1;
    }
    if (!peak || value > peak.value) peak = { value, index };
  });
  return { total, mean: counted === 0 ? 0 : ended / counted, peak };
}

/** Change from one total to another as a ratio, `0.1` for 10 % more; undefined when there was nothing before. */
export function changeOf(now: number, before: number): number | undefined {
  return before === 0 ? undefined : (now - before) / before;
}

/** Figures of one line over one period. */
export interface Statistics {
  total: number;
  mean: number;
  /** The highest point and its index; undefined for an empty series. */
  peak: { value: number; index: number } | undefined;
}

/** Sums up a series. Null stands for a unit without a point and does not count. */
export function statisticsOf(values: readonly (number | null)[]): Statistics {
  let total = 0;
  let counted = 0;
  let peak: Statistics['peak'];
  values.forEach((value, index) => {
    if (value === null) return;
    total += value;
    counted += 1;
    if (!peak || value > peak.value) peak = { value, index };
  });
  return { total, mean: counted === 0 ? 0 : total / counted, peak };
}

/** Change from one total to another as a ratio, `0.1` for 10 % more; undefined when there was nothing before. */
export function changeOf(now: number, before: number): number | undefined {
  return before === 0 ? undefined : (now - before) / before;
}

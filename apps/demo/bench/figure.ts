/** Runs of each measurement. */
const runs = Number(process.env['BENCH_RUNS'] ?? 5);

/** A measurement with its limit, both in milliseconds. */
export interface Figure {
  what: string;
  median: number;
  all: string;
  limit: number;
}

/** Measures several times. The median evens out a busy machine; all are shown. */
export async function figure(what: string, limit: number, measure: () => Promise<number>): Promise<Figure> {
  const found: number[] = [];
  for (let run = 0; run < runs; run += 1) found.push(Math.round(await measure()));
  const sorted = found.toSorted((a, b) => a - b);
  return { what, median: sorted[Math.floor(runs / 2)] ?? Number.NaN, all: found.join(' '), limit };
}

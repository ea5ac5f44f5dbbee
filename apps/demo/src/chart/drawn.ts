/** The drawn part of a series: as many points as its pixels can show. */
import type { Aligned, AlignedLine, Values } from '../series/aligned.ts';
import type { Granularity, Line } from '../series/plan.ts';
import { cumulativeOf, movingAverageOf, type Slice } from '../series/statistics.ts';
import { unusualOf } from '../series/unusual.ts';
import type { Shape, Zoom } from '../view/view.ts';

/** One line, ready to be drawn. If several buckets share a column, the values are means. */
export interface DrawnLine {
  line: Line;
  values: Values;
  /** The lowest and highest value of each column; undefined if columns have one bucket. */
  band: { low: Values; high: Values } | undefined;
  before: Values | undefined;
  average: Values | undefined;
  /** What it is stacked on; undefined if it is not stacked. */
  below: Values | undefined;
  /** Indexes of columns with unusual values. */
  unusual: number[];
}

export interface Drawn {
  /** First instant of each column. */
  starts: number[];
  /** First instant after each column. */
  ends: number[];
  /** Columns that have ended. */
  complete: number;
  /** Columns that have begun. */
  begun: number;
  /** Buckets in each column. */
  size: number;
  lines: DrawnLine[];
  isStacked: boolean;
}

interface DrawOptions {
  by: Granularity;
  shape: Shape;
  average: boolean;
  zoom: Zoom | undefined;
  /** The maximum number of columns. */
  maxColumns: number;
}

/** Hours in a column: natural parts of a day, then days and weeks. */
const sizes = [1, 2, 3, 4, 6, 12, 24, 48, 96, 168, 336, 672];

/** Buckets in seven days. */
export const weekOfBuckets: Partial<Record<Granularity, number>> = { hour: 168, day: 7 };

/** Turns buckets into drawn lines: cumulated, averaged, stacked, and cut to the zoom. */
export function drawnOf(aligned: Aligned, options: DrawOptions): Drawn {
  const slice = sliceOf(aligned, options.zoom);
  const buckets = slice.end - slice.first;
  const size =
    options.maxColumns >= buckets
      ? 1
      : (sizes.find((one) => buckets / one <= options.maxColumns) ?? Math.ceil(buckets / options.maxColumns));
  const columns = Array.from({ length: Math.ceil(buckets / size) }, (_, column) => {
    const first = slice.first + column * size;
    return { first, end: Math.min(first + size, slice.end) };
  });
  const isStacked = options.shape === 'stacked' && aligned.lines.length > 1;
  const lines = aligned.lines.map((line) => drawnLine(aligned, line, columns, size, options, isStacked));
  if (isStacked) stack(lines);
  return {
    starts: columns.map(({ first }) => aligned.starts[first] ?? 0),
    ends: columns.map(({ end }) => aligned.ends[end - 1] ?? 0),
    complete: columns.filter(({ end }) => end <= aligned.complete).length,
    begun: columns.filter(({ first }) => first < aligned.begun).length,
    size,
    lines,
    isStacked,
  };
}

/** The buckets that a zoom shows; all without one. */
export function sliceOf({ starts, ends }: Pick<Aligned, 'starts' | 'ends'>, zoom: Zoom | undefined): Slice {
  const all = { first: 0, end: starts.length };
  if (!zoom) return all;
  const first = ends.findIndex((end) => end > zoom[0]);
  const after = starts.findIndex((start) => start >= zoom[1]);
  const slice = { first: Math.max(0, first), end: after < 0 ? starts.length : after };
  return first >= 0 && slice.end > slice.first ? slice : all;
}

function drawnLine(
  { keys, complete }: Aligned,
  { line, values, before }: AlignedLine,
  columns: readonly Slice[],
  size: number,
  { by, shape, average }: DrawOptions,
  isStacked: boolean,
): DrawnLine {
  const shown = (series: Values) => (shape === 'cumulative' ? cumulativeOf(series) : series);
  const reduced = (series: Values) =>
    size === 1
      ? series.slice(columns[0]?.first, columns.at(-1)?.end)
      : columns.map((column) => meanOf(series, column));
  const all = shown(values);
  const width = weekOfBuckets[by];
  return {
    line,
    values: reduced(all),
    band:
      size === 1 || isStacked
        ? undefined
        : {
            low: columns.map((column) => extremeOf(all, column, Math.min)),
            high: columns.map((column) => extremeOf(all, column, Math.max)),
          },
    before: before && !isStacked ? reduced(shown(before)) : undefined,
    average:
      average && width !== undefined && shape === 'lines'
        ? reduced(movingAverageOf(values.slice(0, complete), width))
        : undefined,
    below: undefined,
    // A column of many buckets nearly always contains one, so only single buckets are marked.
    unusual: size === 1 && shape === 'lines' ? unusualIn(values, keys, by, complete, columns) : [],
  };
}

/** How many weeks around the shown part determine what is usual. */
const margin = 5;

/** Unusual points of a part of a series, by their place in it. */
function unusualIn(
  values: Values,
  keys: readonly number[],
  by: Granularity,
  complete: number,
  columns: readonly Slice[],
): number[] {
  const width = weekOfBuckets[by];
  if (width === undefined) return [];
  const first = columns[0]?.first ?? 0;
  const start = Math.max(0, first - margin * width);
  const end = (columns.at(-1)?.end ?? 0) + margin * width;
  return unusualOf(values.slice(start, end), keys.slice(start, end), by, complete - start)
    .map((index) => index + start - first)
    .filter((index) => index >= 0 && index < columns.length);
}

function meanOf(values: Values, { first, end }: Slice): number | null {
  let [sum, counted] = [0, 0];
  for (let index = first; index < end; index += 1) {
    const value = values[index] ?? null;
    if (value !== null) [sum, counted] = [sum + value, counted + 1];
  }
  return counted === 0 ? null : sum / counted;
}

function extremeOf(
  values: Values,
  { first, end }: Slice,
  pick: (a: number, b: number) => number,
): number | null {
  let found: number | null = null;
  for (let index = first; index < end; index += 1) {
    const value = values[index] ?? null;
    if (value !== null) found = found === null ? value : pick(found, value);
  }
  return found;
}

/** Stacks each line on top of the previous ones. The total of other lines is not stacked, which would count them twice. */
function stack(lines: DrawnLine[]): void {
  let below: Values = [];
  for (const one of lines) {
    if (lines.some((other) => isPartOf(other.line, one.line))) continue;
    one.below = below;
    one.values = one.values.map((value, at) => (value === null ? null : value + (one.below?.[at] ?? 0)));
    below = one.values;
  }
}

/** Whether a line counts some of the sessions of another. */
function isPartOf(part: Line, whole: Line): boolean {
  const has = (name: keyof Line) => whole[name] === undefined || whole[name] === part[name];
  return part !== whole && has('app_id') && has('segment_id');
}

import type uPlot from 'uplot';
import type { Drawn } from './drawn.ts';

/** The strokes of one line, each a series of uPlot. */
export type Stroke = 'high' | 'low' | 'before' | 'ended' | 'inProgress' | 'average';

/** The strokes of each line, in the order of {@link dataOf}; later ones are drawn on top. */
export function strokesOf({ starts, complete, lines, isStacked }: Drawn): Stroke[][] {
  return lines.map(({ before, band, average }) => [
    ...(band ? (['high', 'low'] as const) : []),
    ...(before ? (['before'] as const) : []),
    'ended',
    ...(complete < starts.length && !isStacked ? (['inProgress'] as const) : []),
    ...(average ? (['average'] as const) : []),
  ]);
}

/** uPlot's columns: times, then each stroke. The part in progress starts at the last complete point. */
export function dataOf(drawn: Drawn): uPlot.AlignedData {
  const { starts, complete, lines, isStacked } = drawn;
  const isCut = complete < starts.length && !isStacked;
  const strokes = strokesOf(drawn);
  const columns = lines.flatMap(({ values, before = [], average = [], band }, index) => {
    const column: Record<Stroke, () => (number | null)[]> = {
      high: () => band?.high ?? [],
      low: () => band?.low ?? [],
      before: () => before,
      ended: () => (isCut ? values.map((value, at) => (at < complete ? value : null)) : values),
      inProgress: () => values.map((value, at) => (at < complete - 1 ? null : value)),
      average: () => average,
    };
    return (strokes[index] ?? []).map((stroke) => column[stroke]());
  });
  return [starts, ...columns];
}

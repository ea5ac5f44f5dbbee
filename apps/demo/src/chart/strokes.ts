import type uPlot from 'uplot';
import type { Aligned } from '../series/aligned.ts';

/** What the chart draws of one line, each as a stroke of its own. */
export type Stroke = 'ended' | 'underWay' | 'before';

/** The strokes of each line, in the order of {@link dataOf}. */
export function strokesOf({ times, complete, lines }: Aligned): Stroke[][] {
  return lines.map(({ before }) => [
    'ended',
    ...(complete < times.length ? (['underWay'] as const) : []),
    ...(before ? (['before'] as const) : []),
  ]);
}

/** uPlot's columns: times, then each stroke. What is under way hangs on the last point that has ended. */
export function dataOf(aligned: Aligned): uPlot.AlignedData {
  const { times, complete, lines } = aligned;
  const strokes = strokesOf(aligned);
  const columns = lines.flatMap(({ values, before = [] }, index) => {
    const column: Record<Stroke, () => (number | null)[]> = {
      ended: () =>
        complete < times.length ? values.map((value, at) => (at < complete ? value : null)) : values,
      underWay: () => values.map((value, at) => (at < complete - 1 ? null : value)),
      before: () => before,
    };
    return (strokes[index] ?? []).map((stroke) => column[stroke]());
  });
  return [times, ...columns];
}

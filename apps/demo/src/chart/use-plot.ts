import { type RefObject, useEffect, useRef } from 'react';
import uPlot from 'uplot';
import type { Format } from '../i18n/format.ts';
import type { Aligned } from '../series/aligned.ts';
import { change } from '../view/address.ts';
import { own, type View, writeZoom } from '../view/view.ts';
import { coloursOf } from './colours.ts';
import { optionsFor } from './options.ts';
import { dataOf, strokesOf } from './strokes.ts';

interface Plotted {
  aligned: Aligned;
  zoom: View['zoom'];
  theme: string;
  format: Format;
  onCursor(index: number | undefined): void;
}

/** From here on points are closer than pixels. */
const densePoints = 3000;

/** Keeps a uPlot in an element in step with what it shows. It is made anew only when its strokes or colours change. */
export function usePlot(
  host: RefObject<HTMLElement | null>,
  { aligned, zoom, theme, format, onCursor }: Plotted,
): RefObject<uPlot | null> {
  const plot = useRef<uPlot>(null);
  const isDense = aligned.times.length > densePoints;
  const shape = JSON.stringify(strokesOf(aligned));

  // biome-ignore lint/correctness/useExhaustiveDependencies: shape stands for the strokes, the theme for the colours
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const chart = new uPlot(
      optionsFor({
        width: element.clientWidth,
        height: element.clientHeight,
        lines: strokesOf(aligned),
        isDense,
        colours: coloursOf(element),
        format,
        onZoom: (from, to) => change({ [own.zoom]: writeZoom([from, to]) }),
        onCursor,
      }),
      [[]],
      element,
    );
    plot.current = chart;
    const resized = new ResizeObserver(() => {
      chart.setSize({ width: element.clientWidth, height: element.clientHeight });
    });
    resized.observe(element);
    return () => {
      resized.disconnect();
      chart.destroy();
      plot.current = null;
    };
  }, [shape, isDense, format, theme]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a chart made anew needs its data anew
  useEffect(() => {
    plot.current?.setData(dataOf(aligned), false);
  }, [aligned, shape, isDense, format, theme]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a chart made anew needs its zoom anew
  useEffect(() => {
    const [first, last] = zoom ?? [aligned.times[0] ?? 0, aligned.times.at(-1) ?? 1];
    plot.current?.setScale('x', { min: first, max: last === first ? first + 1 : last });
  }, [aligned, zoom, shape, isDense, format, theme]);

  return plot;
}

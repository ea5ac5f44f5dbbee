import { type RefObject, useLayoutEffect, useRef } from 'react';
import uPlot from 'uplot';
import type { Format } from '../i18n/format.ts';
import { change } from '../view/address.ts';
import { own } from '../view/names.ts';
import { writeZoom } from '../view/view.ts';
import { coloursOf } from './colours.ts';
import type { Drawn } from './drawn.ts';
import { optionsFor } from './options.ts';
import { dataOf, strokesOf } from './strokes.ts';

interface Plotted {
  drawn: Drawn;
  zone: string;
  theme: string;
  format: Format;
  onCursor(index: number | undefined): void;
  onWidth(width: number): void;
}

/** Keeps a uPlot in an element up to date. It is created again only when its strokes or colours change. */
export function usePlot(
  host: RefObject<HTMLElement | null>,
  { drawn, zone, theme, format, onCursor, onWidth }: Plotted,
): RefObject<uPlot | null> {
  const plot = useRef<uPlot>(null);
  const latest = useRef(drawn);
  latest.current = drawn;
  const stacked = drawn.lines.map(({ below }) => below !== undefined);
  const shape = JSON.stringify([strokesOf(drawn), stacked, drawn.starts.length < 3]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: shape stands for the strokes, theme for the colours
  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const chart = new uPlot(
      optionsFor({
        width: element.clientWidth,
        height: element.clientHeight,
        drawn: () => latest.current,
        zone,
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
      const { clientWidth: width, clientHeight: height } = element;
      // The first call has the size that it was made with.
      if (width !== chart.width || height !== chart.height) chart.setSize({ width, height });
      onWidth(width);
    });
    resized.observe(element);
    return () => {
      resized.disconnect();
      chart.destroy();
      plot.current = null;
    };
  }, [shape, zone, format, theme]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new chart needs its data and scale again
  useLayoutEffect(() => {
    const chart = plot.current;
    if (!chart) return;
    const [first, last] = [drawn.starts[0] ?? 0, drawn.starts.at(-1) ?? 1];
    chart.batch(() => {
      chart.setData(dataOf(drawn), false);
      chart.setScale('x', { min: first, max: last === first ? first + 1 : last });
    });
  }, [drawn, shape, zone, format, theme]);

  return plot;
}

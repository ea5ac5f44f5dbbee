import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Unit } from '../contract/parameters.ts';
import { m } from '../generated/messages/messages.js';
import { useTongue } from '../i18n/context.ts';
import type { Aligned } from '../series/aligned.ts';
import { change } from '../view/address.ts';
import { own, type View, writeZoom } from '../view/view.ts';
import { coloursOf, optionsFor } from './options.ts';
import { Readout, readoutText } from './readout.tsx';

interface ChartProps {
  aligned: Aligned;
  unit: Unit;
  zoom: View['zoom'];
  /** Changes when colours do. */
  theme: string;
}

/** From here on points are closer than pixels. */
const densePoints = 3000;

/** The series as lines; drag to zoom, point or use the arrow keys to read exact values. */
export const Chart = memo(function Chart({ aligned, unit, zoom, theme }: ChartProps) {
  const tongue = useTongue();
  const { format } = tongue;
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(null);
  const [index, setIndex] = useState<number>();
  const { times, lines } = aligned;
  const isDense = times.length > densePoints;
  const shape = lines.map(({ before }) => (before ? '2' : '1')).join('');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colours, data has its own effect
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const chart = new uPlot(
      optionsFor({
        width: element.clientWidth,
        height: element.clientHeight,
        lines: [...shape].map((drawn) => ({ compared: drawn === '2' })),
        isDense,
        colours: coloursOf(element),
        format,
        onZoom: (from, to) => change({ [own.zoom]: writeZoom([from, to]) }),
        onCursor: setIndex,
      }),
      dataOf(aligned),
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: a chart made anew needs its data and zoom anew
  useEffect(() => {
    plot.current?.setData(dataOf(aligned), false);
    const [first, last] = zoom ?? [times[0] ?? 0, times.at(-1) ?? 1];
    plot.current?.setScale('x', { min: first, max: last === first ? first + 1 : last });
  }, [aligned, times, zoom, shape, isDense, format, theme]);

  const move = (to: number) => {
    const target = Math.min(times.length - 1, Math.max(0, to));
    const at = times[target];
    if (!plot.current || at === undefined) return;
    plot.current.setCursor({ left: plot.current.valToPos(at, 'x'), top: 0 });
    setIndex(target);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const here = index ?? times.length;
    const leap = unit === 'hour' ? 24 : 7;
    const targets: Record<string, number> = {
      ArrowLeft: here - 1,
      ArrowRight: here + 1,
      PageUp: here - leap,
      PageDown: here + leap,
      Home: 0,
      End: times.length - 1,
    };
    const target = targets[event.key];
    if (target !== undefined) move(target);
    else if (event.key === 'Escape') change({ [own.zoom]: undefined });
    else if (event.key === '+') zoomAround(0.5);
    else if (event.key === '-') zoomAround(2);
    else return;
    event.preventDefault();
  };
  const zoomAround = (factor: number) => {
    const { min, max } = plot.current?.scales['x'] ?? {};
    const [first, last] = [times[0], times.at(-1)];
    if (min == null || max == null || first === undefined || last === undefined) return;
    const middle = times[index ?? -1] ?? (min + max) / 2;
    const from = Math.max(first, middle - (middle - min) * factor);
    const to = Math.min(last, middle + (max - middle) * factor);
    const whole = from <= first && to >= last;
    if (to > from) change({ [own.zoom]: whole ? undefined : writeZoom([from, to]) }, 'replace');
  };

  return (
    <div className="chart">
      <Readout aligned={aligned} unit={unit} index={index} />
      <div
        ref={host}
        className="plot"
        role="slider"
        tabIndex={0}
        aria-label={m.chart_label()}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, times.length - 1)}
        aria-valuenow={index ?? Math.max(0, times.length - 1)}
        aria-valuetext={readoutText(aligned, unit, index ?? times.length - 1, format)}
        onKeyDown={onKeyDown}
        onDoubleClick={() => change({ [own.zoom]: undefined })}
      />
      <p className="hint chart-hint">
        {zoom ? (
          <button type="button" className="plain" onClick={() => change({ [own.zoom]: undefined })}>
            {m.zoom_reset()}
          </button>
        ) : (
          m.zoom_hint()
        )}
      </p>
    </div>
  );
});

function dataOf({ times, lines }: Aligned): uPlot.AlignedData {
  return [times, ...lines.flatMap(({ values, before }) => (before ? [values, before] : [values]))];
}

import { type KeyboardEvent, memo, useRef, useState } from 'react';
import 'uplot/dist/uPlot.min.css';
import type { Unit } from '../contract/parameters.ts';
import { m } from '../generated/messages/messages.js';
import { useTongue } from '../i18n/context.ts';
import type { Aligned } from '../series/aligned.ts';
import { change } from '../view/address.ts';
import { own, type View, writeZoom } from '../view/view.ts';
import { Readout, readoutText } from './readout.tsx';
import { usePlot } from './use-plot.ts';

interface ChartProps {
  aligned: Aligned;
  unit: Unit;
  zoom: View['zoom'];
  /** Changes when colours do. */
  theme: string;
}

/** The series as lines; drag to zoom, point or use the arrow keys to read exact values. */
export const Chart = memo(function Chart({ aligned, unit, zoom, theme }: ChartProps) {
  const { format } = useTongue();
  const host = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<number>();
  const plot = usePlot(host, { aligned, zoom, theme, format, onCursor: setCursor });
  const { times } = aligned;
  // Another question may have fewer units than the cursor has passed.
  const index = cursor !== undefined && cursor < times.length ? cursor : undefined;

  const move = (to: number) => {
    const target = Math.min(times.length - 1, Math.max(0, to));
    const at = times[target];
    if (!plot.current || at === undefined) return;
    plot.current.setCursor({ left: plot.current.valToPos(at, 'x'), top: 0 });
    setCursor(target);
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

import { type KeyboardEvent, memo, type PointerEvent, useMemo, useRef, useState } from 'react';
import { m } from '../generated/messages/messages.js';
import { useLocale } from '../i18n/context.ts';
import { bandText, unusualText } from '../i18n/names.ts';
import type { Aligned } from '../series/aligned.ts';
import type { Plan } from '../series/plan.ts';
import { change } from '../view/address.ts';
import { own } from '../view/names.ts';
import { type Compare, type Shape, writeZoom, type Zoom } from '../view/view.ts';
import { ChartTools } from './chart-tools.tsx';
import { drawnOf } from './drawn.ts';
import { Readout, useReadoutText } from './readout.tsx';
import { usePlot } from './use-plot.ts';
import { hasWeekends } from './weekends.ts';

interface ChartProps {
  aligned: Aligned;
  plan: Plan;
  compare: Compare;
  shape: Shape;
  average: boolean;
  zoom: Zoom | undefined;
  /** Changes when colours do. */
  theme: string;
}

/** The size of the axes in pixels. */
const axes = 82;

/** The series as lines; drag to zoom, point or use the arrow keys to read exact values. */
export const Chart = memo(function Chart({
  aligned,
  plan,
  compare,
  shape,
  average,
  zoom,
  theme,
}: ChartProps) {
  const { format } = useLocale();
  const { by, zone } = plan;
  const host = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<number>();
  const [width, setWidth] = useState(() => Math.min(window.innerWidth, 1000));
  // A few pixels more or less do not matter to a few points.
  const maxColumns = Math.min(Math.max(50, width - axes), aligned.starts.length);
  const drawn = useMemo(
    () => drawnOf(aligned, { by, shape, average, zoom, maxColumns }),
    [aligned, by, shape, average, zoom, maxColumns],
  );
  const plot = usePlot(host, { drawn, zone, theme, format, onCursor: setCursor, onWidth: setWidth });
  const { starts, ends } = drawn;
  const last = Math.max(0, starts.length - 1);
  // Another query may have fewer points than the cursor position.
  const index = cursor !== undefined && cursor <= last ? cursor : undefined;
  const text = useReadoutText({ drawn, plan, compare }, index ?? last);

  const move = (to: number) => {
    const target = Math.min(last, Math.max(0, to));
    const at = starts[target];
    if (!plot.current || at === undefined) return;
    plot.current.setCursor({ left: plot.current.valToPos(at, 'x'), top: 0 });
    setCursor(target);
  };
  const zoomBy = (factor: number) => {
    const [from, to] = [starts[0] ?? 0, ends.at(-1) ?? 0];
    const [first, end] = [aligned.starts[0] ?? 0, aligned.ends.at(-1) ?? 0];
    const middle = starts[index ?? -1] ?? (from + to) / 2;
    const next: Zoom = [
      Math.max(first, middle - (middle - from) * factor),
      Math.min(end, middle + (to - middle) * factor),
    ];
    const isWhole = next[0] <= first && next[1] >= end;
    if (next[1] > next[0])
      change({ [own.zoom]: isWhole ? undefined : writeZoom(next) }, { typing: own.zoom });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const here = index ?? starts.length;
    const leap = by === 'hour' ? 24 : 7;
    const targets: Record<string, number> = {
      ArrowLeft: here - 1,
      ArrowRight: here + 1,
      PageUp: here - leap,
      PageDown: here + leap,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (target !== undefined) move(target);
    else if (event.key === 'Escape') change({ [own.zoom]: undefined });
    else if (event.key === '+') zoomBy(0.5);
    else if (event.key === '-') zoomBy(2);
    else return;
    event.preventDefault();
  };
  // Adds touch, since uPlot only handles mice.
  const onPointer = (event: PointerEvent) => {
    const chart = plot.current;
    if (event.pointerType === 'mouse' || !chart) return;
    const at = chart.posToIdx(event.clientX - chart.over.getBoundingClientRect().left);
    move(at);
  };
  const hasMarks = drawn.lines.some(({ unusual }) => unusual.length > 0);

  return (
    <div className="chart">
      <ChartTools shape={shape} average={average} plan={plan} lines={aligned.lines.length} />
      <Readout drawn={drawn} plan={plan} compare={compare} index={index} />
      <div
        ref={host}
        className="plot"
        role="slider"
        tabIndex={0}
        aria-label={m.chart_label()}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={index ?? last}
        aria-valuetext={text}
        onKeyDown={onKeyDown}
        onPointerDown={onPointer}
        onPointerMove={onPointer}
        onDoubleClick={() => change({ [own.zoom]: undefined })}
      />
      <div className="chart-foot">
        <p className="hint legend">
          {hasWeekends(drawn) && (
            <span>
              <span className="swatch" /> {m.legend_weekends()}
            </span>
          )}
          {drawn.size > 1 && <span data-legend="band">{bandText(by, drawn.size, format)}</span>}
          {hasMarks && (
            <span data-legend="unusual">
              <span className="ring" /> {unusualText(by, format)}
            </span>
          )}
        </p>
        <div className="zoom no-print">
          <span className="hint hint-mouse">{m.zoom_hint()}</span>
          <span className="hint hint-touch">{m.zoom_hint_touch()}</span>
          <span className="zoom-buttons">
            <button type="button" className="icon" aria-label={m.zoom_in()} onClick={() => zoomBy(0.5)}>
              +
            </button>
            <button
              type="button"
              className="icon"
              aria-label={m.zoom_out()}
              disabled={!zoom}
              onClick={() => zoomBy(2)}
            >
              −
            </button>
            {zoom && (
              <button type="button" className="plain" onClick={() => change({ [own.zoom]: undefined })}>
                {m.zoom_reset()}
              </button>
            )}
          </span>
        </div>
      </div>
    </div>
  );
});

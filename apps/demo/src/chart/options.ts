import type uPlot from 'uplot';
import type { Format } from '../i18n/format.ts';
import { isWeekend } from '../series/wall-time.ts';
import type { Colours } from './colours.ts';
import type { Stroke } from './strokes.ts';

interface OptionsFor {
  width: number;
  height: number;
  /** What is drawn of each line. */
  lines: readonly (readonly Stroke[])[];
  /** True for thousands of points: a thin line without a fill is drawn in a fraction of the time. */
  isDense: boolean;
  colours: Colours;
  format: Format;
  onZoom(from: number, to: number): void;
  onCursor(index: number | undefined): void;
}

const day = 86_400;
/** Above this span a weekend is thinner than a few pixels. */
const weekendsUpTo = 200 * day;

/** uPlot's options for our chart: times are wall times drawn as UTC. */
export function optionsFor({
  width,
  height,
  lines,
  isDense,
  colours,
  format,
  onZoom,
  onCursor,
}: OptionsFor): uPlot.Options {
  const axis: uPlot.Axis = {
    stroke: colours.text,
    font: '12px system-ui, sans-serif',
    grid: { stroke: colours.grid, width: 1 },
    ticks: { show: false },
  };
  const series = lines.flatMap((strokes, index) => {
    const colour = colours.lines[index % colours.lines.length] ?? colours.text;
    const pale = (percent: number) => `color-mix(in srgb, ${colour} ${percent}%, transparent)`;
    const fill = lines.length === 1 && !isDense && { fill: fading(pale(26), pale(3)) };
    const looks: Record<Stroke, uPlot.Series> = {
      ended: { stroke: colour, width: isDense ? 1 : 2, ...fill },
      underWay: { stroke: colour, width: 2, dash: [2, 4], ...fill },
      before: { stroke: pale(55), width: 1.5, dash: [4, 4] },
    };
    return strokes.map((stroke): uPlot.Series => ({ points: { show: false }, ...looks[stroke] }));
  });
  return {
    width,
    height,
    ms: 1e-3,
    tzDate: (seconds) => asLocal(seconds),
    legend: { show: false },
    padding: [8, 22, 0, 0],
    cursor: {
      y: false,
      points: { size: 9, width: 2 },
      drag: { x: true, y: false, setScale: false },
    },
    scales: { x: { time: true }, y: { range: (_plot, _min, max) => [0, Math.max(1, max * 1.08)] } },
    axes: [
      {
        ...axis,
        size: 32,
        space: 76,
        values: (_plot, splits, _axis, _space, step) => splits.map((at) => format.axis(at, step)),
      },
      {
        ...axis,
        size: 56,
        values: (_plot, splits) => splits.map((value) => (value % 1 === 0 ? format.short(value) : '')),
      },
    ],
    series: [{}, ...series],
    hooks: {
      drawClear: [(plot) => shadeWeekends(plot, colours.weekend)],
      setCursor: [(plot) => onCursor(plot.cursor.idx ?? undefined)],
      setSelect: [
        (plot) => {
          const { left, width: wide } = plot.select;
          if (wide < 4) return;
          onZoom(plot.posToVal(left, 'x'), plot.posToVal(left + wide, 'x'));
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        },
      ],
    },
  };
}

/** A fill that fades from the top of the plot to its bottom. */
function fading(top: string, bottom: string): uPlot.Series.Fill {
  return ({ ctx, bbox }) => {
    const gradient = ctx.createLinearGradient(0, bbox.top, 0, bbox.top + bbox.height);
    gradient.addColorStop(0, top);
    gradient.addColorStop(1, bottom);
    return gradient;
  };
}

/** A date whose local fields read as the wall time does; uPlot asks only for those fields. */
function asLocal(seconds: number): Date {
  const date = new Date(seconds * 1000);
  return new Date(date.getTime() + date.getTimezoneOffset() * 60_000);
}

function shadeWeekends(plot: uPlot, colour: string): void {
  const { min, max } = plot.scales['x'] ?? {};
  if (min == null || max == null || max - min > weekendsUpTo) return;
  const { ctx, bbox } = plot;
  // By the day, a point stands at its midnight: the band goes round the point.
  const step = (plot.data[0][1] ?? 0) - (plot.data[0][0] ?? 0);
  const shift = step === day ? -day / 2 : 0;
  ctx.save();
  ctx.fillStyle = colour;
  for (let at = Math.floor(min / day) * day - day; at <= max + day; at += day) {
    if (!isWeekend(at)) continue;
    const left = Math.max(bbox.left, plot.valToPos(at + shift, 'x', true));
    const right = Math.min(bbox.left + bbox.width, plot.valToPos(at + day + shift, 'x', true));
    if (right > left) ctx.fillRect(left, bbox.top, right - left, bbox.height);
  }
  ctx.restore();
}

import uPlot from 'uplot';
import type { Format } from '../i18n/format.ts';
import type { Colours } from './colours.ts';
import type { Drawn } from './drawn.ts';
import { type Stroke, strokesOf } from './strokes.ts';
import { shadeWeekends } from './weekends.ts';

interface OptionsFor {
  width: number;
  height: number;
  /** Returns what is currently drawn, which changes during the life of the options. */
  drawn: () => Drawn;
  zone: string;
  colours: Colours;
  format: Format;
  onZoom(from: number, to: number): void;
  onCursor(index: number | undefined): void;
}

/** uPlot's options for the chart. */
export function optionsFor({
  width,
  height,
  drawn,
  zone,
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
  const { series, bands } = looksOf(drawn(), colours);
  return {
    width,
    height,
    ms: 1e-3,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), zone === 'UTC' ? 'Etc/UTC' : zone),
    legend: { show: false },
    padding: [8, 22, 0, 0],
    cursor: {
      y: false,
      points: { size: 9, width: 2 },
      drag: { x: true, y: false, setScale: false },
    },
    scales: { x: { time: true }, y: { range: (_plot, _min, max) => [0, Math.max(1, (max ?? 0) * 1.08)] } },
    axes: [
      {
        ...axis,
        size: 32,
        space: 76,
        values: (_plot, splits, _axis, _space, step) => splits.map((at) => format.axis(at, step, zone)),
      },
      {
        ...axis,
        size: 60,
        values: (_plot, splits) => splits.map((value) => (value % 1 === 0 ? format.tick(value) : '')),
      },
    ],
    series: [{}, ...series],
    bands,
    hooks: {
      drawClear: [(plot) => shadeWeekends(plot, drawn(), zone, colours.weekend)],
      draw: [(plot) => markUnusual(plot, drawn(), colours)],
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

/** The style of each stroke, and of the bands between them. */
function looksOf(drawn: Drawn, colours: Colours): { series: uPlot.Series[]; bands: uPlot.Band[] } {
  const { lines, isStacked, starts } = drawn;
  const bands: uPlot.Band[] = [];
  const series: uPlot.Series[] = [];
  const strokes = strokesOf(drawn);
  let below: number | undefined;
  strokes.forEach((those, index) => {
    const colour = colours.lines[index % colours.lines.length] ?? colours.text;
    const transparent = (percent: number) => `color-mix(in srgb, ${colour} ${percent}%, transparent)`;
    const isAlone = lines.length === 1 && !those.includes('high');
    const isOnStack = lines[index]?.below !== undefined;
    const fill = isStacked
      ? isOnStack && { fill: transparent(45) }
      : isAlone && { fill: verticalGradient(transparent(26), transparent(3)) };
    const styles: Record<Stroke, uPlot.Series> = {
      high: { width: 0 },
      low: { width: 0 },
      before: { stroke: transparent(55), width: 1.5, dash: [4, 4] },
      ended: {
        stroke: those.includes('average') ? transparent(45) : colour,
        width: those.includes('high') ? 1.5 : 2,
        ...fill,
      },
      inProgress: { stroke: colour, width: 2, dash: [2, 4], ...fill },
      average: { stroke: colour, width: 3 },
    };
    for (const stroke of those) {
      const number = series.length + 1;
      if (stroke === 'low') bands.push({ series: [number - 1, number], fill: transparent(24) });
      // Each line of a stack is filled down to the one below it.
      if (stroke === 'ended' && isOnStack && below !== undefined)
        bands.push({ series: [number, below], fill: transparent(45) });
      if (stroke === 'ended' && isOnStack) below = number;
      series.push({
        points: { show: starts.length < 3 && stroke !== 'high' && stroke !== 'low' },
        ...styles[stroke],
      });
    }
  });
  return { series, bands };
}

/** A fill that fades from the top of the plot to its bottom. */
function verticalGradient(top: string, bottom: string): uPlot.Series.Fill {
  return ({ ctx, bbox }) => {
    const gradient = ctx.createLinearGradient(0, bbox.top, 0, bbox.top + bbox.height);
    gradient.addColorStop(0, top);
    gradient.addColorStop(1, bottom);
    return gradient;
  };
}

/** Rings round the unusual points. */
function markUnusual(plot: uPlot, { starts, lines }: Drawn, colours: Colours): void {
  const { ctx } = plot;
  const scale = window.devicePixelRatio;
  ctx.save();
  ctx.lineWidth = 2 * scale;
  lines.forEach(({ values, unusual }, number) => {
    ctx.strokeStyle = colours.lines[number % colours.lines.length] ?? colours.text;
    ctx.fillStyle = colours.surface;
    for (const index of unusual) {
      const [at, value] = [starts[index], values[index]];
      if (at === undefined || value == null) continue;
      ctx.beginPath();
      ctx.arc(plot.valToPos(at, 'x', true), plot.valToPos(value, 'y', true), 5 * scale, 0, 2 * Math.PI);
      ctx.fill();
      ctx.stroke();
    }
  });
  ctx.restore();
}

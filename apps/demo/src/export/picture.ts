/** The chart as a self-contained picture: title, legend, filters, time zone and source. */
import type { Colours } from '../chart/colours.ts';
import type { Drawn } from '../chart/drawn.ts';
import type { Values } from '../series/aligned.ts';

/** The texts of a picture, in the reader's language. */
export interface PictureTexts {
  title: string;
  /** Below the title: filters and time zone. */
  subtitle: string;
  /** Name of each line. */
  lines: readonly string[];
  /** Name of the dashed line; undefined when there is none. */
  before: string | undefined;
  /** Name of the line of averages; undefined when there is none. */
  average: string | undefined;
  /** Below the chart, one on each line: what is in progress, what a band or a ring means. */
  notes: readonly string[];
  /** At the foot: the source. */
  source: string;
  tick(value: number): string;
  axis(instant: number, step: number): string;
}

const width = 1200;
const height = 640;
const lineHeight = 22;

/** Writes the picture as SVG. */
export function pictureOf(drawn: Drawn, texts: PictureTexts, colours: Colours & { title: string }): string {
  const { starts, complete, lines, isStacked } = drawn;
  const colourOf = (index: number) => colours.lines[index % colours.lines.length] ?? colours.text;
  const legend = legendOf(texts, colourOf, colours.text);
  const plot = {
    left: 80,
    right: width - 40,
    top: 108 + lineHeight * legend.rows,
    bottom: height - 80 - lineHeight * texts.notes.length,
  };
  const all = lines.flatMap(({ values, before = [], band, average = [] }) =>
    [values, before, band?.high ?? [], average].flatMap((series) => series.map((value) => value ?? 0)),
  );
  const step = tickStep(all.reduce((highest, value) => Math.max(highest, value), 1));
  const ticks = Math.ceil(all.reduce((highest, value) => Math.max(highest, value), 1) / step);
  const y = (value: number) => plot.bottom - ((plot.bottom - plot.top) * value) / (ticks * step);
  const [first, last] = [starts[0] ?? 0, starts.at(-1) ?? 1];
  const x = (at: number) => plot.left + ((plot.right - plot.left) * (at - first)) / Math.max(1, last - first);
  const path = (values: Values) =>
    pathOf(
      starts.map(x),
      values.map((value) => (value === null ? null : y(value))),
    );
  const text = (left: number, top: number, content: string, more = '') =>
    `<text x="${round(left)}" y="${round(top)}" ${more}>${escaped(content)}</text>`;
  const every = Math.max(1, Math.ceil(starts.length / 8));
  const interval = ((last - first) / Math.max(1, starts.length - 1)) * every;
  // The part in progress is dotted, as on the page.
  const ended = isStacked ? starts.length : complete;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="14" fill="${colours.text}">`,
    `<rect width="${width}" height="${height}" fill="${colours.surface}"/>`,
    text(40, 44, texts.title, `font-size="22" font-weight="650" fill="${colours.title}"`),
    text(40, 70, texts.subtitle),
    legend.svg,
    ...Array.from({ length: ticks + 1 }, (_, index) => index * step).flatMap((value) => [
      `<path d="M${plot.left} ${round(y(value))}H${plot.right}" stroke="${colours.grid}"/>`,
      text(plot.left - 10, y(value) + 5, texts.tick(value), 'text-anchor="end"'),
    ]),
    ...starts
      .filter((_, index) => index % every === 0)
      .map((at) => text(x(at), plot.bottom + 26, texts.axis(at, interval), 'text-anchor="middle"')),
    ...lines.flatMap(({ values, before, band, average, below }, index) => [
      band &&
        `<path d="${areaOf(
          starts.map(x),
          band.low.map((value) => y(value ?? 0)),
          band.high.map((value) => y(value ?? 0)),
        )}" fill="${colourOf(index)}" opacity="0.22"/>`,
      below &&
        `<path d="${areaOf(
          starts.map(x),
          starts.map((_, at) => y(below[at] ?? 0)),
          values.map((value) => y(value ?? 0)),
        )}" fill="${colourOf(index)}" opacity="0.45"/>`,
      before &&
        `<path d="${path(before)}" fill="none" stroke="${colourOf(index)}" opacity="0.6" stroke-width="2" stroke-dasharray="6 5"/>`,
      `<path d="${path(values.slice(0, ended))}" fill="none" stroke="${colourOf(index)}" stroke-width="2.5" stroke-linejoin="round"/>`,
      ended < starts.length &&
        `<path d="${path(values.map((value, at) => (at < ended - 1 ? null : value)))}" fill="none" stroke="${colourOf(index)}" stroke-width="2.5" stroke-dasharray="2 5"/>`,
      average && `<path d="${path(average)}" fill="none" stroke="${colours.text}" stroke-width="2.5"/>`,
      ...(lines[index]?.unusual.map((at) => {
        const value = values[at];
        return value == null
          ? undefined
          : `<circle cx="${round(x(starts[at] ?? 0))}" cy="${round(y(value))}" r="6" fill="${colours.surface}" stroke="${colourOf(index)}" stroke-width="2.5"/>`;
      }) ?? []),
    ]),
    ...[...texts.notes, texts.source].map((note, index, { length }) =>
      text(40, height - 22 - lineHeight * (length - 1 - index), note, 'font-size="13"'),
    ),
    '</svg>',
  ]
    .filter((part) => part)
    .join('\n');
}

/** The legend, in as many rows as it needs. The width of letters is estimated generously. */
function legendOf(
  texts: PictureTexts,
  colourOf: (index: number) => string,
  soft: string,
): { svg: string; rows: number } {
  let [left, rows] = [40, 1];
  const entry = (name: string, colour: string, dashes: string) => {
    const entryWidth = 44 + name.length * 8.5;
    if (left > 40 && left + entryWidth > width) [left, rows] = [40, rows + 1];
    const [at, top] = [left, 75 + lineHeight * rows];
    left += entryWidth;
    return `<path d="M${at} ${top}h26" stroke="${colour}" stroke-width="3" ${dashes}/><text x="${at + 34}" y="${top + 5}">${escaped(name)}</text>`;
  };
  const entries = [
    ...texts.lines.map((name, index) => entry(name, colourOf(index), '')),
    ...(texts.before ? [entry(texts.before, colourOf(0), 'stroke-dasharray="6 5" opacity="0.6"')] : []),
    ...(texts.average ? [entry(texts.average, soft, '')] : []),
  ];
  return { svg: entries.join(''), rows };
}

/** A whole number whose multiples, six at most, reach the highest value. */
function tickStep(highest: number): number {
  const rough = Math.max(1, highest / 5);
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough && (one * power) % 1 === 0) ?? 10);
}

function pathOf(xs: readonly number[], ys: readonly (number | null)[]): string {
  let isDown = false;
  return ys
    .map((y, index) => {
      const verb = isDown ? 'L' : 'M';
      isDown = y !== null;
      return y === null ? '' : `${verb}${round(xs[index] ?? 0)} ${round(y)}`;
    })
    .join('');
}

function areaOf(xs: readonly number[], low: readonly number[], high: readonly number[]): string {
  const point = (x: number, y: number | undefined) => `${round(x)} ${round(y ?? 0)}`;
  const there = xs.map((x, index) => point(x, high[index]));
  const back = xs.map((x, index) => point(x, low[index])).reverse();
  return `M${[...there, ...back].join('L')}Z`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

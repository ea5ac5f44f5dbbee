import { parameters } from '../generated/contract.ts';
import { isPreset, type Preset } from '../series/presets.ts';
import { type Fault, isFault, own, readTheme } from './names.ts';

/** Names of the contract's parameters in the URL. */
export const wire = {
  length: parameters.length.name,
  unit: parameters.unit.name,
  endingAt: parameters.ending_at.name,
  app: parameters.app_id.name,
  segment: parameters.segment_id.name,
} as const;

/** The compared period. */
export const comparisons = ['previous', 'year', 'none'] as const;
export type Compare = (typeof comparisons)[number];

/** How the values are drawn. */
export const shapes = ['lines', 'stacked', 'cumulative'] as const;
export type Shape = (typeof shapes)[number];

/** The period of a view. Texts are as typed, and may be invalid. */
export type Period =
  | { kind: 'preset'; preset: Preset }
  /** Calendar dates, both included. */
  | { kind: 'range'; from: string; to: string }
  /** A single call: a number of units before an end; default: now. */
  | { kind: 'length'; length: string; endingAt: string | undefined };

/** The view in the URL. */
export interface View {
  period: Period;
  /** `hour`, `day`, `week` or `month`, or an invalid text. */
  by: string;
  /** Absent: the reader's own. */
  zone: string | undefined;
  /** At least one; an empty text is the whole workspace. */
  apps: string[];
  segments: string[];
  compare: Compare;
  shape: Shape;
  /** Draw the 7-day average. */
  average: boolean;
  /** Show the weekdays and hours. */
  heatmap: boolean;
  /** The first and last shown instant, in seconds since the epoch. */
  zoom: Zoom | undefined;
  sort: { column: string; descending: boolean };
  /** Page of the table, from 1. */
  page: number;
  theme: 'light' | 'dark' | undefined;
  /** The fault panel: hidden, shown, or shown with a fault on. */
  faults: Fault | undefined;
}

export type Zoom = readonly [from: number, to: number];

/** The default view: four weeks show the weekly pattern. */
const firstPreset: Preset = '28d';

/** Reads the URL. Never throws, since errors are shown next to their field. */
export function readView(search: string): View {
  const query = new URLSearchParams(search);
  const list = (name: string) => (query.has(name) ? query.getAll(name) : ['']);
  const oneOf = <T extends string>(name: string, known: readonly T[]) =>
    known.find((value) => value === query.get(name));
  const fault = query.get(own.faults);
  return {
    period: readPeriod(query),
    by: query.get(own.by) ?? query.get(wire.unit) ?? parameters.unit.schema.default,
    zone: query.get(own.zone) ?? undefined,
    apps: list(wire.app),
    segments: list(wire.segment),
    compare: oneOf(own.compare, comparisons) ?? 'previous',
    shape: oneOf(own.shape, shapes) ?? 'lines',
    average: query.get(own.average) === '7d',
    heatmap: query.has(own.heatmap),
    zoom: readZoom(query.get(own.zoom)),
    sort: readSort(query.get(own.sort)),
    page: Math.max(1, Math.trunc(Number(query.get(own.page))) || 1),
    theme: readTheme(query),
    faults: fault === null ? undefined : isFault(fault) ? fault : 'none',
  };
}

function readPeriod(query: URLSearchParams): Period {
  const [length, endingAt] = [query.get(wire.length), query.get(wire.endingAt) ?? undefined];
  if (length !== null || endingAt !== undefined) return { kind: 'length', length: length ?? '28', endingAt };
  const [from, to] = [query.get(own.from), query.get(own.to)];
  if (from !== null || to !== null) return { kind: 'range', from: from ?? '', to: to ?? '' };
  const preset = query.get(own.period) ?? '';
  return { kind: 'preset', preset: isPreset(preset) ? preset : firstPreset };
}

function readZoom(text: string | null): Zoom | undefined {
  const [from, to] = (text ?? '').split('~').map((part) => Date.parse(part) / 1000);
  return from !== undefined && to !== undefined && from < to ? [from, to] : undefined;
}

/** The zoom in the URL: two instants. */
export function writeZoom([from, to]: Zoom): string {
  const written = (seconds: number) => `${new Date(Math.round(seconds) * 1000).toISOString().slice(0, 19)}Z`;
  return `${written(from)}~${written(to)}`;
}

function readSort(text: string | null): View['sort'] {
  const [column = 'time', order] = (text ?? '').split('.');
  return { column: column || 'time', descending: order === 'desc' };
}

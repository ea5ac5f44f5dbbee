import { parameters } from '../generated/contract.ts';
import { type Fault, isFault } from './fault.ts';

/** Names in the address that are the page's own, beside the contract's. */
export const own = {
  from: 'from',
  compare: 'compare',
  zoom: 'zoom',
  sort: 'sort',
  page: 'page',
  language: 'lang',
  theme: 'theme',
  fault: 'fault',
} as const;

/** Names of the contract's parameters, as they stand in the address. */
export const wire = {
  length: parameters.length.name,
  unit: parameters.unit.name,
  endingAt: parameters.ending_at.name,
  app: parameters.app_id.name,
  segment: parameters.segment_id.name,
} as const;

/** What the address asks to see. Texts are as typed, and may break the contract. */
export interface View {
  length: string;
  unit: string;
  /** Absent: now. */
  endingAt: string | undefined;
  /** First day or hour, a local date-time at the offset of `endingAt`. Set: a range is asked instead of a length. */
  from: string | undefined;
  /** At least one; an empty text is the whole workspace. */
  apps: string[];
  segments: string[];
  compare: boolean;
  /** Seconds of wall time, first and last that are shown. */
  zoom: readonly [number, number] | undefined;
  sort: { column: string; descending: boolean };
  /** Page of the table, from 1. */
  page: number;
  theme: 'light' | 'dark' | undefined;
  /** The panel of simulated failures: hidden, shown, or shown with a fault on. */
  fault: Fault | undefined;
}

/** Length of the first view: four weeks show the weekly rhythm. */
const firstLength = '28';

/** Reads the address. Never fails: what is wrong is shown beside its field. */
export function readView(search: string): View {
  const query = new URLSearchParams(search);
  const list = (name: string) => (query.has(name) ? query.getAll(name) : ['']);
  const fault = query.get(own.fault);
  const theme = query.get(own.theme);
  return {
    length: query.get(wire.length) ?? firstLength,
    unit: query.get(wire.unit) ?? parameters.unit.schema.default,
    endingAt: query.get(wire.endingAt) ?? undefined,
    from: query.get(own.from) ?? undefined,
    apps: list(wire.app),
    segments: list(wire.segment),
    compare: query.get(own.compare) !== '0',
    zoom: readZoom(query.get(own.zoom)),
    sort: readSort(query.get(own.sort)),
    page: Math.max(1, Math.trunc(Number(query.get(own.page))) || 1),
    theme: theme === 'light' || theme === 'dark' ? theme : undefined,
    fault: fault === null ? undefined : isFault(fault) ? fault : 'none',
  };
}

function readZoom(text: string | null): readonly [number, number] | undefined {
  const [from, to] = (text ?? '').split('~').map((part) => Date.parse(`${part}Z`) / 1000);
  return from !== undefined && to !== undefined && from < to ? [from, to] : undefined;
}

/** The zoom as it is written in the address: two wall times. */
export function writeZoom([from, to]: readonly [number, number]): string {
  const wall = (seconds: number) => new Date(Math.round(seconds) * 1000).toISOString().slice(0, 19);
  return `${wall(from)}~${wall(to)}`;
}

function readSort(text: string | null): View['sort'] {
  const [column = 'time', order] = (text ?? '').split('.');
  return { column: column || 'time', descending: order === 'desc' };
}

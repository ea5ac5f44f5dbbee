/** Names in the URL in addition to those of the contract. */
export const own = {
  operation: 'operation',
  period: 'period',
  from: 'from',
  to: 'to',
  zone: 'zone',
  by: 'by',
  compare: 'compare',
  shape: 'shape',
  average: 'average',
  heatmap: 'heatmap',
  zoom: 'zoom',
  sort: 'sort',
  page: 'page',
  locale: 'lang',
  theme: 'theme',
  faults: 'faults',
} as const;

/** The theme in the URL; undefined for the chosen one, or that of the system. */
export function readTheme(query: URLSearchParams): 'light' | 'dark' | undefined {
  const asked = query.get(own.theme);
  return asked === 'light' || asked === 'dark' ? asked : undefined;
}

/** Failures that can be simulated. A number is the status of the mock's answer. */
export const faults = [
  'none',
  '400',
  '401',
  '403',
  '429',
  '500',
  '503',
  'slow',
  'truncate',
  'offline',
] as const;

export type Fault = (typeof faults)[number];

export const isFault = (text: string): text is Fault => faults.some((known) => known === text);

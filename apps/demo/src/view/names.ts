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

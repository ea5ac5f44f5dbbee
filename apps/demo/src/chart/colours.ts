import type { CSSProperties } from 'react';

/** Colours of the chart, read from the style sheet so that themes and print apply. */
export interface Colours {
  lines: string[];
  grid: string;
  text: string;
  weekend: string;
  surface: string;
}

/** The colours of the lines. */
const lineColours = 6;

/** Reads the current colours of the chart from an element. @param scheme those of this scheme instead: paper is light */
export function coloursOf(element: Element, scheme = ''): Colours & { title: string } {
  const numbers = Array.from({ length: lineColours }, (_, index) => `--line-${index + 1}`);
  const names = ['--grid', '--text-soft', '--weekend', '--surface', '--text'];
  // A canvas does not support `light-dark()`, so probes resolve the colours. Reading all at once needs one
  // layout.
  const probes = [...names, ...numbers].map((name) => {
    const probe = document.createElement('span');
    probe.style.colorScheme = scheme;
    probe.style.color = `var(${name})`;
    return probe;
  });
  element.append(...probes);
  const [grid = '', text = '', weekend = '', surface = '', title = '', ...lines] = probes.map(
    (probe) => getComputedStyle(probe).color,
  );
  for (const probe of probes) probe.remove();
  return { lines, grid, text, weekend, surface, title };
}

/** Gives an element the colour of a line, from 1. The cast: React's types do not know custom properties. */
export function lineColour(number: number): CSSProperties {
  return { '--line': `var(--line-${number})` } as CSSProperties;
}

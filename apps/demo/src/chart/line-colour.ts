import type { CSSProperties } from 'react';

/** Gives an element the colour of a line, from 1. The cast: React's types do not know custom properties. */
export function lineColour(number: number): CSSProperties {
  return { '--line': `var(--line-${number})` } as CSSProperties;
}

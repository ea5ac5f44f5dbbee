import type { Unit } from './types.ts';

/** How much longer the translation of a unit usually is: the median over all pairs. */
export function lengthRatio(
  source: readonly Unit[],
  translation: readonly Unit[],
  counterparts: readonly number[],
): number {
  const ratios = counterparts
    .flatMap((other, index) => {
      const [a, b] = [source[index], translation[other]];
      return a && b && a.kind !== 'code' && a.text.length > 0 ? [b.text.length / a.text.length] : [];
    })
    .toSorted((a, b) => a - b);
  return ratios[ratios.length >> 1] ?? 1;
}

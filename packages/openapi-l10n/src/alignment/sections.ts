import type { Gap, Unit } from './types.ts';

/** The number of the section that each unit is in: a section begins with a heading. */
export function sectionsOf(units: readonly Unit[]): number[] {
  let section = 0;
  return units.map(({ kind }) => (kind === 'heading' ? ++section : section));
}

/** The sections of a text that have a block without a counterpart, or lack one, in either of the texts. */
export function brokenSections(
  units: readonly Unit[],
  gaps: readonly Gap[],
  side: 'source' | 'translation',
): Set<number> {
  const sections = sectionsOf(units);
  const broken = new Set<number>();
  for (const gap of gaps) {
    const own = side === 'source' ? gap.lost : gap.extra;
    const at = side === 'source' ? gap.sourceOffset : gap.offset;
    for (const [index, unit] of units.entries())
      if (own.includes(unit) || (at >= unit.start && at < unit.end)) broken.add(sections[index] ?? 0);
  }
  return broken;
}

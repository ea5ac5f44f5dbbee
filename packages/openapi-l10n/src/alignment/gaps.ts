import { likeness } from './align.ts';
import { lengthRatio } from './length.ts';
import { sectionsOf } from './sections.ts';
import type { Gap, Unit } from './types.ts';

/** A paragraph that is this much longer than expected may contain another one. */
const LONGER = 1.3;
/** The share of the expected length of what is lost by which a neighbour may be too long. */
const TAKEN_IN = 0.4;
/** How much better the chosen pairs must be than those that result if all are moved by one. */
const CLEARLY = 0.2;
/** A lost text of one or two blocks that is shorter than this may be part of another block. */
const SHORTEST = 25;
/** From this number of blocks on, a passage is lost, whichever blocks it consists of. */
const PASSAGE = 3;

/** Two texts as units, and for each unit of the source the index of its counterpart, or -1. */
interface Units {
  from: readonly Unit[];
  to: readonly Unit[];
  counterparts: readonly number[];
}

/** A gap, with the indices of the units before which its units are. */
interface Run extends Gap {
  start: number;
  index: number;
}

/** The units without a counterpart, run by run. */
export function gapsOf(
  from: readonly Unit[],
  to: readonly Unit[],
  counterparts: readonly number[],
): readonly Gap[] {
  const runs: Run[] = [];
  let [start, other] = [0, 0];
  for (let index = 0; index <= from.length; index++) {
    const counterpart = index < from.length ? (counterparts[index] ?? -1) : to.length;
    if (counterpart < 0) continue;
    const [lost, extra] = [from.slice(start, index), to.slice(other, counterpart)];
    if (lost.length > 0 || extra.length > 0)
      runs.push({
        lost,
        extra,
        offset: extra[0]?.start ?? to[Math.min(other, to.length - 1)]?.start ?? 0,
        sourceOffset: lost[0]?.start ?? from[Math.min(start, from.length - 1)]?.start ?? 0,
        isCertain: false,
        start,
        index,
      });
    [start, other] = [index + 1, counterpart + 1];
  }
  return runs.length === 0 ? runs : judged(runs, { from, to, counterparts });
}

/** The gaps, with whether each is certain: it is the only one of its section, and nothing else may be the counterpart. */
function judged(runs: readonly Run[], units: Units): Gap[] {
  const sections = sectionsOf(units.from);
  const held = new Set(units.to.flatMap(({ marks }) => marks));
  const ratio = lengthRatio(units.from, units.to, units.counterparts);
  const isIn = ({ start, index }: Run, section: number) =>
    sections.slice(start, Math.max(index, start + 1)).includes(section);
  return runs.map((run) => {
    const section = sections[run.start] ?? 0;
    const { lost, extra, offset, sourceOffset } = run;
    const isCertain =
      lost.length > 0 &&
      extra.length === 0 &&
      runs.every((other) => other === run || !isIn(other, section)) &&
      isGone(lost, held) &&
      !isTakenIn(run, units, ratio) &&
      (lost.length >= PASSAGE || !mayBeMoved(run, units, ratio));
    return { lost, extra, offset, sourceOffset, isCertain };
  });
}

/** Whether at least half of the targets, names and figures are nowhere in the translation, or the text is long. */
function isGone(lost: readonly Unit[], held: ReadonlySet<string>): boolean {
  const marks = lost.flatMap((unit) => unit.marks);
  return marks.length > 0
    ? marks.filter((mark) => !held.has(mark)).length * 2 >= marks.length
    : lengthOf(lost) >= SHORTEST;
}

/** Whether a neighbour is so long that it may contain what seems to be lost. */
function isTakenIn({ lost, start, index }: Run, { from, to, counterparts }: Units, ratio: number): boolean {
  const own = lengthOf(lost) * ratio;
  return [start - 1, index].some((at) => {
    const [a, b] = [from[at], to[counterparts[at] ?? -1]];
    if (a?.kind !== 'paragraph' || b?.kind !== 'paragraph') return false;
    const expected = a.text.length * ratio;
    return b.text.length > expected * LONGER && b.text.length - expected > own * TAKEN_IN;
  });
}

/** Whether the blocks before or after may be the lost ones: moved by the length of the gap, they fit nearly as well. */
function mayBeMoved({ lost: { length }, start, index }: Run, units: Units, ratio: number): boolean {
  return fitsMoved(start - 1, -length, units, ratio) || fitsMoved(index, length, units, ratio);
}

function fitsMoved(first: number, by: number, { from, to, counterparts }: Units, ratio: number): boolean {
  let [chosen, moved] = [0, 0];
  for (let at = first; at >= 0 && at < from.length; at += Math.sign(by)) {
    const [own, instead, other] = [from[at], from[at - by], to[counterparts[at] ?? -1]];
    if (!own || !instead || !other) return false;
    chosen += likeness(own, other, ratio);
    moved += likeness(instead, other, ratio);
    if (moved + CLEARLY >= chosen) return true;
    // Another kind of block, or what both have in common, fixes the place.
    if (instead.kind !== other.kind || chosen - moved > 1) return false;
  }
  return false;
}

const lengthOf = (units: readonly Unit[]) =>
  units.reduce((sum, { kind, text }) => sum + (kind === 'code' ? 0 : text.length), 0);

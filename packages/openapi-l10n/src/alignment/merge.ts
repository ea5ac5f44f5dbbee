import { lengthRatio } from './length.ts';
import type { Unit } from './types.ts';

/** Two texts as units, and for each unit of the source the index of its counterpart, or -1. */
interface Aligned {
  from: Unit[];
  to: Unit[];
  counterparts: number[];
}

/** How much nearer to the expected length a paragraph must be together with its neighbour. */
const NEARER = 0.12;
/** The most that it may then differ from the expected length, as a logarithm. */
const FITTING = 0.4;

/**
 * Joins the paragraphs that a translator has split in two, and those that became one: a paragraph without a counterpart, whose
 * neighbour has one of the length of both (Gale and Church, 1993), with everything that the two contain.
 */
export function joinParagraphs({ from, to, counterparts }: Aligned): Aligned {
  const ratio = lengthRatio(from, to, counterparts);
  const joined = joinLost(from, to, counterparts, ratio);
  const back = inverse(joined.counterparts, joined.to.length);
  const other = joinLost(joined.to, joined.from, back, 1 / ratio);
  return { from: other.to, to: other.from, counterparts: inverse(other.counterparts, other.to.length) };
}

function inverse(counterparts: readonly number[], length: number): number[] {
  const back = Array.from({ length }, () => -1);
  for (const [index, other] of counterparts.entries()) if (other >= 0) back[other] = index;
  return back;
}

/** Joins each paragraph that is lost, between two that are not, with the neighbour that has taken it in. */
function joinLost(
  from: readonly Unit[],
  to: readonly Unit[],
  counterparts: readonly number[],
  ratio: number,
): Aligned {
  const units: Unit[] = [];
  const pairs: number[] = [];
  for (let index = 0; index < from.length; index++) {
    const own = from[index];
    if (!own) continue;
    const [before, after] = [pairs.at(-1) ?? -1, counterparts[index + 1] ?? -1];
    const last = units.at(-1);
    const next = from[index + 1];
    const isBetween = counterparts[index] === -1 && (before < 0 || after < 0 || after === before + 1);
    if (isBetween && last && before >= 0 && hasTakenIn(to[before], last, own, ratio))
      units[units.length - 1] = together(last, own);
    else if (isBetween && next && after >= 0 && hasTakenIn(to[after], next, own, ratio)) {
      units.push(together(own, next));
      pairs.push(after);
      index++;
    } else {
      units.push(own);
      pairs.push(counterparts[index] ?? -1);
    }
  }
  return { from: units, to: [...to], counterparts: pairs };
}

const together = (a: Unit, b: Unit): Unit => ({
  kind: a.kind,
  start: a.start,
  end: b.end,
  marks: [...a.marks, ...b.marks],
  text: `${a.text}\n${b.text}`,
});

function hasTakenIn(other: Unit | undefined, partner: Unit, lost: Unit, ratio: number): boolean {
  if ([other, partner, lost].some((unit) => unit?.kind !== 'paragraph') || !other) return false;
  const off = (length: number) => Math.abs(Math.log(other.text.length / Math.max(1, ratio * length)));
  const both = off(partner.text.length + lost.text.length);
  return (
    both < FITTING &&
    both + (lost.marks.length > 0 ? 0 : NEARER) < off(partner.text.length) &&
    lost.marks.every((mark) => other.marks.includes(mark))
  );
}

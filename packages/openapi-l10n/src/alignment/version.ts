import { lengthRatio } from './length.ts';
import type { Unit, Version } from './types.ts';

/** A text with more units than this and so few counterparts belongs to another version. */
const LONG = 8;
const SAME_VERSION = 0.7;

/** How many targets, names and figures show which version a text belongs to. */
const TELLING = 4;

/** Decides whether a translation belongs to another version of its source, by the units of the source. */
export function versionOf(
  source: readonly Unit[],
  translation: readonly Unit[],
  counterparts: readonly number[],
): Version {
  const size = source.length;
  const lost = source.filter((_, index) => counterparts[index] === -1);
  const pairs = size - lost.length;
  const isOther = size > LONG && pairs / size < SAME_VERSION;
  return { isOther, isCertain: isOther && areGone(lost, translation, counterparts, source), pairs, size };
}

/**
 * Whether most of the content that a translation copies is missing, or the translation is too short to contain what has no
 * counterpart.
 */
function areGone(
  lost: readonly Unit[],
  translation: readonly Unit[],
  counterparts: readonly number[],
  source: readonly Unit[],
): boolean {
  const held = new Set(translation.flatMap(({ marks }) => marks));
  const marks = [...new Set(lost.flatMap((unit) => unit.marks))];
  if (marks.length >= TELLING) return marks.filter((mark) => !held.has(mark)).length * 2 >= marks.length;
  const paired = new Set(counterparts);
  const extra = translation.filter((_, index) => !paired.has(index));
  const expected = lengthOf(lost) * lengthRatio(source, translation, counterparts);
  return lengthOf(extra) * 2 < expected;
}

const lengthOf = (units: readonly Unit[]) => units.reduce((sum, { text }) => sum + text.length, 0);

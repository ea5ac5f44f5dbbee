import type { Unit } from './types.ts';

/** Pairs with a lower score are rejected. */
const LEAST = 0.25;

/**
 * Pairs the units of two texts in order, so that they agree in as much untranslatable content as possible.
 *
 * @returns for each unit of the source the index of its counterpart, or -1
 */
export function alignUnits(source: readonly Unit[], translation: readonly Unit[]): number[] {
  const [rows, columns] = [source.length, translation.length];
  const ratio = lengthOf(translation) / Math.max(1, lengthOf(source));
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  const scores = Array.from({ length: rows }, () => new Float64Array(columns));
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const [a, b] = [source[i], translation[j]];
      const score = a && b ? likeness(a, b, ratio) : 0;
      at(scores, i)[j] = score;
      at(best, i)[j] = Math.max(
        valueAt(best, i + 1, j),
        valueAt(best, i, j + 1),
        score < LEAST ? 0 : score + valueAt(best, i + 1, j + 1),
      );
    }
  }
  const counterparts = Array.from({ length: rows }, () => -1);
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    const score = valueAt(scores, i, j);
    const here = valueAt(best, i, j);
    if (score >= LEAST && here === score + valueAt(best, i + 1, j + 1)) counterparts[i++] = j++;
    else if (here === valueAt(best, i + 1, j)) i++;
    else j++;
  }
  return withNeighbours(source, translation, counterparts);
}

const at = (table: readonly Float64Array[], row: number) => table[row] ?? new Float64Array();
const valueAt = (table: readonly Float64Array[], row: number, column: number) => table[row]?.[column] ?? 0;
const lengthOf = (units: readonly Unit[]) =>
  units.reduce((sum, { kind, text }) => sum + (kind === 'code' ? 0 : text.length), 0);

/** How well two units match as source and translation, from 0 (nothing in common) to 4 (equal). */
export function likeness(a: Unit, b: Unit, ratio: number): number {
  if (a.kind !== b.kind) return 0;
  const marks = Math.max(a.marks.length, b.marks.length);
  const common = marks === 0 ? 0 : shared(a.marks, b.marks) / marks;
  if (a.text === b.text && (marks === 0 || common === 1)) return 4;
  if (a.kind === 'code') return common * 3 + (headOf(a) === headOf(b) ? 0.2 : 0);
  const [long, short] = [a.text.length * ratio, b.text.length].toSorted((x, y) => y - x) as [number, number];
  const fit = short / Math.max(1, long);
  if (marks > 0) return common === 0 ? 0.2 * fit : common * 2.5 + fit * 0.5;
  return fit < 0.3 ? 0.1 : fit;
}

const headOf = ({ text }: Unit) => /^[^\s]*/.exec(text)?.[0];

function shared(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  let count = 0;
  for (const mark of a) {
    const index = left.indexOf(mark);
    if (index < 0) continue;
    left.splice(index, 1);
    count++;
  }
  return count;
}

/**
 * Also pairs the few units between two pairs, if the other text has as many units of the same kinds there.
 */
function withNeighbours(
  source: readonly Unit[],
  translation: readonly Unit[],
  counterparts: number[],
): number[] {
  let previous = -1;
  for (let i = 0; i < source.length; ) {
    if (counterparts[i] !== -1) {
      previous = counterparts[i++] ?? previous;
      continue;
    }
    let end = i;
    while (end < source.length && counterparts[end] === -1) end++;
    const until = end < source.length ? (counterparts[end] ?? translation.length) : translation.length;
    const count = end - i;
    const opposite = translation.slice(previous + 1, until);
    if (
      count <= 4 &&
      opposite.length === count &&
      opposite.every(({ kind }, index) => kind === source[i + index]?.kind)
    )
      for (let index = 0; index < count; index++) counterparts[i + index] = previous + 1 + index;
    i = end;
  }
  return counterparts;
}

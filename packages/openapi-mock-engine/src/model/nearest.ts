/**
 * The candidate that a word was probably meant to be: a typo, a translation, or another spelling. Accents and case do
 * not count. `undefined` if no candidate is near.
 *
 * @example
 * nearest('lenght', ['length', 'unit']); // 'length'
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const folded = fold(word.slice(0, longest));
  let best: string | undefined;
  let bestScore = threshold;
  for (const candidate of candidates) {
    const other = fold(candidate.slice(0, longest));
    const score = similarity(folded, other);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

/** The maximum length of a compared word. */
const longest = 64;

/** From 0 (nothing in common) to 1 (equal). Below this, a suggestion would be a guess. */
const threshold = 0.5;

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function similarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a === '' || b === '') return 0;
  const edits = 1 - distance(a, b) / Math.max(a.length, b.length);
  return Math.max(edits, sharedPairs(a, b), commonPart(a, b));
}

/** Dice's coefficient over pairs of letters: long words with common parts are near, in any order. */
function sharedPairs(a: string, b: string): number {
  const pairs = new Map<string, number>();
  for (let index = 0; index < a.length - 1; index += 1) {
    const pair = a.slice(index, index + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let index = 0; index < b.length - 1; index += 1) {
    const left = pairs.get(b.slice(index, index + 2)) ?? 0;
    if (left > 0) {
      shared += 1;
      pairs.set(b.slice(index, index + 2), left - 1);
    }
  }
  return (2 * shared) / Math.max(1, a.length + b.length - 2);
}

/** One contains the other, or they share a whole word: `segment` and `segment_id`, `identifiant_app` and `app_id`. */
function commonPart(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 3 && long.includes(short)) return 0.5 + (0.5 * short.length) / long.length;
  const words = long.split(/[^\p{L}\p{N}]+/u);
  return short.split(/[^\p{L}\p{N}]+/u).some((word) => word.length >= 3 && words.includes(word)) ? 0.55 : 0;
}

/** The number of edits between two words; swapped neighbours are one edit. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      let best = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      next.push(best);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

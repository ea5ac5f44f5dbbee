/** The candidate that looks most like a word, accents and case aside: what a typo or a translation was meant to be. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const folded = fold(word.slice(0, 64));
  let best: string | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const other = fold(candidate);
    const score =
      sharedPairs(folded, other) - distance(folded, other) / Math.max(folded.length, other.length, 1);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Dice's coefficient over pairs of letters: long words with common parts are near, whatever their lengths. */
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

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

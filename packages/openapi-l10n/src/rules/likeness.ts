/** The share of letter pairs that two texts have in common, from 0 to 1. */
export function likeness(a: string, b: string): number {
  const [one, other] = [pairsOf(a), pairsOf(b)];
  let shared = 0;
  for (const [pair, count] of one) shared += Math.min(count, other.get(pair) ?? 0);
  const all = Math.max(1, a.length - 1) + Math.max(1, b.length - 1);
  return (2 * shared) / all;
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  const small = text.toLowerCase();
  for (let index = 0; index < Math.max(1, small.length - 1); index++) {
    const pair = small.slice(index, index + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

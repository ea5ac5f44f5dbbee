/** The known word nearest to a mistyped one, if one is near enough. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const small = word.toLowerCase();
  const most = Math.max(2, Math.floor(word.length / 3));
  let best: { name: string; distance: number } | undefined;
  for (const name of known) {
    // Names of very different length cannot be near enough.
    if (Math.abs(name.length - small.length) > Math.min(most, (best?.distance ?? Infinity) - 1)) continue;
    const found = distance(small, name);
    if (found <= most && (!best || found < best.distance)) best = { name, distance: found };
  }
  return best?.name ?? known.find((name) => name.startsWith(small) && word.length >= 2);
}

/** How many letters must be changed, added, removed or swapped with their neighbour. */
export function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(
        (rows[i - 1]?.[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (rows[i - 1]?.[j - 1] ?? 0) + same,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

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

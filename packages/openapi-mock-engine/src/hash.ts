/**
 * Hashing by 32-bit integers only. Integer and basic floating-point arithmetic is exact by the language's definition, so
 * every machine and every JavaScript engine gets the same numbers.
 */

/** FNV-1a over UTF-16 code units. */
export function hashText(text: string, seed = 0x811c9dc5): number {
  let hash = seed | 0;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mix(hash);
}

/** Spreads a number over 32 bits, so that neighbours have nothing in common (the finalizer of MurmurHash3). */
export function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A fraction in [0, 1) that depends on a key and a place. */
export function fraction(key: number, index: number): number {
  return mix(key ^ Math.imul(index, 0x9e3779b1)) / 0x1_0000_0000;
}

/** Fractions in [0, 1), the same sequence for the same key. */
export function createRandom(key: number): () => number {
  let drawn = 0;
  return () => {
    drawn += 1;
    return fraction(key, drawn);
  };
}

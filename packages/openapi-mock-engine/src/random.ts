/**
 * Random numbers that are the same on every machine and in every JavaScript engine, for handlers that make up data: they
 * depend on a key alone. Only integers of 32 bits are used, whose arithmetic the language defines exactly.
 *
 * @example
 * const random = createRandom(hashText(`${seed} ${request.path}`));
 * const stock = Math.floor(random() * 100);
 * @module
 */

/** A key for a text: FNV-1a over UTF-16 code units, an unsigned integer of 32 bits. */
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

/** A fraction in [0, 1) that depends on a key and a place, such as a point in time. */
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

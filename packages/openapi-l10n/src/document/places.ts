import type { Place } from '../errors.ts';
import { type Path, toPointer } from '../json.ts';
import type { Lines } from './lines.ts';

/** Finds the offsets of some values of a text in one pass: by JSON pointer, with those of the values around them. */
type FindOffsets = (wanted: readonly Path[]) => Map<string, number>;

/** The places of the values of a file. Only those that somebody asks for are looked up. */
export class Places {
  readonly #file: string;
  readonly #lines: Lines;
  readonly #find: FindOffsets;
  readonly #offsets = new Map<string, number>();
  readonly #asked = new Set<string>();

  constructor(file: string, lines: Lines, find: FindOffsets) {
    this.#file = file;
    this.#lines = lines;
    this.#find = find;
  }

  /** Announces which places will be needed, so that a large text is scanned once for all of them. */
  prepare(paths: Iterable<Path>): void {
    const missing = [...paths].filter((path) => !this.#asked.has(toPointer(path)));
    if (missing.length === 0) return;
    for (const path of missing) this.#asked.add(toPointer(path));
    for (const [pointer, offset] of this.#find(missing)) this.#offsets.set(pointer, offset);
  }

  /** Where the value at `path` begins, or its nearest ancestor that exists. */
  locate(path: Path): Place {
    this.prepare([path]);
    for (let length = path.length; length >= 0; length--) {
      const offset = this.#offsets.get(toPointer(path.slice(0, length)));
      if (offset !== undefined) return { file: this.#file, ...this.#lines.at(offset) };
    }
    return { file: this.#file, line: 1, column: 1 };
  }
}

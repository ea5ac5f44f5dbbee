import { writeSync } from 'node:fs';

/**
 * Collects text as UTF-8. The lines of a million rows would be hundreds of megabytes of short texts, which the engine has to collect
 * again; here, they are bytes of one buffer from the start.
 */
export class Bytes {
  #buffer = Buffer.allocUnsafe(131_072);
  /** How many bytes there are. */
  length = 0;

  /** Appends a text. */
  text(text: string): void {
    this.#reserve(text.length * 3);
    const buffer = this.#buffer;
    let at = this.length;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code > 0x7f) {
        at = this.length + buffer.write(text, this.length);
        break;
      }
      buffer[at++] = code;
    }
    this.length = at;
  }

  /** Appends a whole number, in digits. */
  integer(value: number): void {
    // Texts of other numbers, such as 1e21, are longer and rarer.
    if (!(value >= 0 && value < 1e15)) {
      this.text(String(value));
      return;
    }
    let digits = 1;
    for (let power = 10; power <= value; power *= 10) digits++;
    this.#reserve(digits);
    const buffer = this.#buffer;
    let at = this.length + digits - 1;
    let rest = value;
    for (; rest >= 2 ** 31; at--) {
      const next = Math.floor(rest / 10);
      buffer[at] = zero + rest - next * 10;
      rest = next;
    }
    // The rest are integers for the processor, which are faster.
    for (let small = rest | 0; at >= this.length; at--) {
      const next = (small / 10) | 0;
      buffer[at] = zero + small - next * 10;
      small = next;
    }
    this.length += digits;
  }

  /** Writes the bytes to a file, and starts over. */
  writeTo(handle: number): void {
    writeAll(handle, this.#buffer.subarray(0, this.length));
    this.length = 0;
  }

  /** Returns the bytes as a text, and starts over. */
  takeText(): string {
    const text = this.#buffer.toString('utf8', 0, this.length);
    this.length = 0;
    return text;
  }

  #reserve(size: number): void {
    if (this.length + size <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.length + size));
    this.#buffer.copy(larger, 0, 0, this.length);
    this.#buffer = larger;
  }
}

const zero = 48;

/** Writes bytes to a file. On a disk that is nearly full, the system takes only some at first, and fails at the next call. */
export function writeAll(handle: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
}

import type { Contract } from '../model/index.ts';
import { isObject } from '../model/json.ts';
import { createRandom } from '../random.ts';

/** The depth from which only required properties are generated. */
export const shallow = 4;

/** The depth from which nothing is generated, since a schema may require itself. */
export const deepest = 24;

/** Attempts that first leave out some of what is optional, and then all of it. */
const [some, none] = [4, 14];

/** One attempt to generate a value: what it draws, and what it leaves out. */
export class Draw {
  readonly contract: Contract;
  readonly attempt: number;
  /** A fraction in [0, 1). */
  readonly random: () => number;

  constructor(contract: Contract, key: number, attempt: number) {
    this.contract = contract;
    this.attempt = attempt;
    this.random = createRandom(key);
  }

  get isOpenApi30(): boolean {
    return this.contract.document.version === '3.0';
  }

  /** Whether an attempt keeps to what is required. */
  isMinimal(depth: number): boolean {
    return depth >= shallow || this.attempt >= none;
  }

  /** Whether an optional property is generated. */
  isWanted(depth: number): boolean {
    return !this.isMinimal(depth) && (this.attempt < some || this.random() < 0.5);
  }

  isValid(schema: unknown, value: unknown): boolean {
    return (
      (isObject(schema) || typeof schema === 'boolean') &&
      this.contract.schemas.isValid(schema, value, 'response')
    );
  }

  /** A whole number from 0 to below a limit. */
  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  pick<T>(items: readonly T[]): T | undefined {
    return items[this.below(items.length)];
  }
}

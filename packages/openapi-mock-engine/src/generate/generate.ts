import type { Contract, Schema } from '../model/index.ts';
import { hashText, mix } from '../random.ts';
import { Draw } from './draw.ts';
import { Maker, type Recipe } from './maker.ts';

/** The number of attempts to find a valid value. */
const attempts = 24;

/** Generates data from schemas: plausible, valid, and the same for the same key. */
export class Generator {
  readonly #contract: Contract;

  constructor(contract: Contract) {
    this.#contract = contract;
  }

  /** A valid value of a schema; `undefined` if none was found, for example because there is none. */
  generate(schema: Schema, recipe: Recipe): unknown {
    const { schemas } = this.#contract;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const maker = new Maker(new Draw(this.#contract, mix(recipe.key + attempt), attempt), recipe);
      const value = maker.make(schema, '', 0);
      if (value !== undefined && schemas.isValid(schema, value, 'response')) return value;
      // The echo of the request or the length of the list may make it invalid.
      if (attempt === 1) recipe = { key: recipe.key, echo: {} };
    }
    return undefined;
  }
}

/** A key for data, from a seed and texts. */
export function keyOf(seed: number, ...texts: readonly string[]): number {
  return texts.reduce((key, text) => hashText(text, key), mix(seed ^ 0x2545f491));
}

import type { Text } from '../openapi/texts.ts';
import type { Entry, Group } from './actions.ts';
import { textKey } from './unplaced.ts';

/** One text of the contract, with its entry in the overlay. */
export interface Place {
  group: Group;
  key: string | null;
  text: Text;
  own: Entry | undefined;
}

/** The texts whose entry does not match. */
export class OpenPlaces {
  readonly #all: Place[] = [];
  readonly #byText = new Map<string, Place[]>();

  add(place: Place): void {
    this.#all.push(place);
    const name = textKey(place.key, place.text.value);
    const same = this.#byText.get(name);
    if (same) same.push(place);
    else this.#byText.set(name, [place]);
  }

  all(): readonly Place[] {
    return this.#all;
  }

  /** A place without an entry whose text is the source of a translation. */
  waiting(entry: Entry, reconciled: ReadonlyMap<Text, Entry>): Place | undefined {
    const madeFrom = entry.stale ?? entry.source;
    if (madeFrom === undefined || entry.translation === undefined) return undefined;
    const places = this.#byText.get(textKey(entry.key, madeFrom)) ?? [];
    return places.find(({ text }) => !reconciled.has(text));
  }
}

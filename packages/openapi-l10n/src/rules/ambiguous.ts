import { isObject, type Json, toPointer, valueAt } from '../json.ts';
import { leaves } from '../overlay/read.ts';
import { excerpt } from './excerpt.ts';
import type { Rule } from './rule.ts';

export const ambiguous: Rule = {
  summary: 'A target that selects several places with different texts.',
  severity: 'error',
  *overlay({ contract, overlay, reading }) {
    for (const [index, places] of reading.selected.entries()) {
      if (places.length < 2) continue;
      for (const { path: key, value } of leaves(overlay.actions[index]?.['update'])) {
        if (isObject(value)) continue; // nothing is translated yet
        const texts = places.map((place) => valueAt(contract, [...place, ...key]));
        const other = texts.findIndex((text) => text !== texts[0]);
        const [first, second] = [places[0], places[other]];
        if (other < 0 || !first || !second) continue;
        yield {
          message:
            `The target selects ${places.length} places, and their texts differ: ` +
            `${quoted(texts[0])} at ${toPointer([...first, ...key])}, ${quoted(texts[other])} at ${toPointer([...second, ...key])}`,
          help: 'Write one action for each place, as "openapi-l10n extract" does; one translation cannot match different texts.',
          at: ['actions', index, 'target'],
        };
        break;
      }
    }
  },
};

const quoted = (value: Json | undefined) => (typeof value === 'string' ? excerpt(value) : 'no text');

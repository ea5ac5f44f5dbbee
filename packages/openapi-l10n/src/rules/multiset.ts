import { surplus } from '../markdown/facts.ts';
import type { Found } from '../markdown/types.ts';
import { difference } from './excerpt.ts';
import type { TextProblem } from './rule.ts';

/** Compares what a text and its translation hold, each as often; order is free, as word order is. */
export function* compare(
  source: readonly Found[],
  translation: readonly Found[],
  what: string,
  help: string,
): Generator<TextProblem> {
  const lost = surplus(source, translation);
  const extra = surplus(translation, source);
  for (const [index, found] of extra.entries()) {
    const instead = lost[index];
    const [was, is] = difference(instead?.value ?? '', found.value);
    yield {
      message: `The translation has the ${what} ${is}${instead ? ` where the source has ${was}` : ', which the source has not'}`,
      help,
      offset: found.offset,
      length: found.length,
      sourceOffset: instead?.offset,
    };
  }
  for (const found of lost.slice(extra.length)) {
    yield {
      message: `The ${what} ${difference(found.value, '')[0]} of the source is missing in the translation`,
      help,
      sourceOffset: found.offset,
    };
  }
}

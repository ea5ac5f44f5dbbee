import { type Block, OBJECT } from '../markdown/block.ts';
import { surplus } from '../markdown/facts.ts';
import type { Facts, Found } from '../markdown/types.ts';

/**
 * The prose of a text and of its translation, without what is in backticks in only one of them: the rule
 * `protected-term` reports that, so the rules `number` and `code` should not.
 */
export function comparableProse(from: Facts, to: Facts): [Block[], Block[]] {
  return [
    without(from.blocks, surplus(to.codeSpans, from.codeSpans), to.blocks),
    without(to.blocks, surplus(from.codeSpans, to.codeSpans), from.blocks),
  ];
}

/** The blocks with surplus values blanked out. */
function without(blocks: readonly Block[], spans: readonly Found[], others: readonly Block[]): Block[] {
  const left = [...blocks];
  const count = (list: readonly Block[], value: string) =>
    list.reduce((sum, { text }) => sum + countOf(text, value), 0);
  for (const { value } of spans) {
    if (count(left, value) <= count(others, value)) continue;
    const index = left.findIndex(({ text }) => placeOf(text, value) >= 0);
    const block = left[index];
    if (!block) continue;
    const at = placeOf(block.text, value);
    left[index] = {
      ...block,
      text: block.text.slice(0, at) + OBJECT.repeat(value.length) + block.text.slice(at + value.length),
    };
  }
  return left;
}

/** Where a text has a value as a word, without backticks; negative if nowhere. */
export function placeOf(text: string, value: string, from = 0): number {
  if (value === '') return -1;
  for (let at = text.indexOf(value, from); at >= 0; at = text.indexOf(value, at + 1)) {
    if (!/[\p{Script=Latin}\d_]/u.test(`${text[at - 1] ?? ' '}${text[at + value.length] ?? ' '}`)) return at;
  }
  return -1;
}

/** How often a text has a value as a word, without backticks. */
export function countOf(text: string, value: string): number {
  let count = 0;
  for (let at = placeOf(text, value); at >= 0; at = placeOf(text, value, at + value.length)) count++;
  return count;
}

import { type Block, OBJECT, placeIn } from './block.ts';
import { directivesIn, withoutDirectives } from './directive.ts';
import type { Facts } from './types.ts';

/** Text in the place of a link target that Markdown does not read as one: `[guide](https://a. com/b)`. */
const BROKEN_TARGET = /(?<=\]\()[^()\n]+(?=\))/g;

/** Adds a block to the facts, and what in it is neither Markdown nor prose: commands, and broken targets of links. */
export function reconcile(block: Block, { links, structure, blocks }: Facts): void {
  const directives = directivesIn(block);
  for (const { value, start, length } of directives) {
    const isTarget = block.text.endsWith('](', start);
    if (!value) continue;
    if (isTarget) links.push({ value, kind: 'link', ...placeIn(block, start, length) });
    else structure.push({ value, ...placeIn(block, start, length) });
  }
  const prose = withoutDirectives(block, directives);
  const text = prose.text.replaceAll(BROKEN_TARGET, (target, at: number) => {
    if (!target.includes(OBJECT) && target.trim() !== '')
      links.push({ value: target, kind: 'broken', ...placeIn(block, at, target.length) });
    return OBJECT.repeat(target.length);
  });
  blocks.push({ ...prose, text });
}

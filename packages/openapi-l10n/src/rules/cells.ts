import type { Block } from '../markdown/block.ts';
import type { Facts, Found } from '../markdown/types.ts';

/** The cells and headings of two texts, in pairs; none if their structure differs. */
export function counterparts(
  from: Facts,
  to: Facts,
  source: readonly Block[],
  translation: readonly Block[],
): [Block, Block][] {
  const same =
    from.structure.length === to.structure.length &&
    from.structure.every(({ value }, index) => value === to.structure[index]?.value);
  const [cells, others] = [source, translation].map((blocks) =>
    blocks.filter(({ kind }) => kind === 'cell' || kind === 'heading'),
  ) as [Block[], Block[]]; // two values in, two values out
  if (!same || cells.length !== others.length) return [];
  return cells.flatMap((cell, index) => {
    const other = others[index];
    return other ? [[cell, other] as [Block, Block]] : [];
  });
}

/** The content of a block. */
export function within(list: readonly Found[], { offsets }: Block): Found[] {
  const [start = 0, end = 0] = [offsets[0], offsets.at(-1)];
  return list.filter(({ offset }) => offset >= start && offset < end);
}

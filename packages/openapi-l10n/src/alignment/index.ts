import type { Language } from '../languages/types.ts';
import { factsOf, withFacts } from '../markdown/facts.ts';
import type { MarkdownText } from '../markdown/parse.ts';
import type { Facts } from '../markdown/types.ts';
import { alignUnits } from './align.ts';
import { gapsOf } from './gaps.ts';
import { joinParagraphs } from './merge.ts';
import { brokenSections, sectionsOf } from './sections.ts';
import type { AlignedPair, Alignment, Unit } from './types.ts';
import { unitsOf } from './units.ts';
import { versionOf } from './version.ts';

/** Texts with at most this many units are compared as a whole, whatever their structure. */
const SHORT = 6;

/**
 * Aligns a text and its translation, unit by unit. If both have the same structure, units correspond by
 * order; otherwise, only the units with a counterpart keep their facts.
 */
export function alignPair(
  source: MarkdownText,
  translation: MarkdownText,
  languages: readonly Language[],
): AlignedPair {
  if (isOneBlock(source) && isOneBlock(translation)) return { source, translation, alignment: ONE };
  const [from, to] = [unitsOf(source, languages), unitsOf(translation, languages)];
  if (from.length === to.length && from.every(({ kind }, index) => kind === to[index]?.kind))
    return { source, translation, alignment: alignmentOf(from, to, [...from.keys()]) };
  const joined = joinParagraphs({ from, to, counterparts: alignUnits(from, to) });
  const { counterparts } = joined;
  const alignment = alignmentOf(joined.from, joined.to, counterparts);
  if (alignment.size <= SHORT) return { source, translation, alignment };
  const paired = new Set(counterparts);
  return {
    source: restricted(source, joined.from, (index) => counterparts[index] !== -1),
    translation: restricted(translation, joined.to, (index) => paired.has(index)),
    alignment,
  };
}

/** Most texts of contracts have one paragraph. */
const isOneBlock = (markdown: MarkdownText) => {
  const { blocks, codeBlocks } = factsOf(markdown);
  return blocks.length === 1 && codeBlocks.length === 0 && blocks[0]?.kind === 'paragraph';
};

const ONE: Alignment = {
  near: () => true,
  counterpart: () => 0,
  origin: () => 0,
  isCertain: () => true,
  gaps: [],
  version: { isOther: false, isCertain: false, pairs: 1, size: 1 },
  size: 1,
};

function alignmentOf(from: readonly Unit[], to: readonly Unit[], counterparts: readonly number[]): Alignment {
  const indexOf = (units: readonly Unit[], offset: number) => {
    let [low, high] = [0, units.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((units[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  };
  const size = Math.max(from.length, to.length);
  const gaps = gapsOf(from, to, counterparts);
  const [ours, theirs] = [sectionsOf(from), sectionsOf(to)];
  const [lacking, changed] = [brokenSections(from, gaps, 'source'), brokenSections(to, gaps, 'translation')];
  return {
    near: (source, translation) =>
      counterparts[indexOf(from, source.offset)] === indexOf(to, translation.offset),
    counterpart: (offset) => to[counterparts[indexOf(from, offset)] ?? -1]?.start,
    origin: (offset) => from[counterparts.indexOf(indexOf(to, offset))]?.start,
    isCertain: ({ sourceOffset, offset }) =>
      gaps.length === 0 ||
      ((sourceOffset === undefined || !lacking.has(ours[indexOf(from, sourceOffset)] ?? 0)) &&
        (offset === undefined || !changed.has(theirs[indexOf(to, offset)] ?? 0))),
    gaps,
    version: versionOf(from, to, counterparts),
    size,
  };
}

/** A text with the facts of the units that are kept, and of everything between two of them. */
function restricted(
  markdown: MarkdownText,
  units: readonly Unit[],
  keeps: (index: number) => boolean,
): MarkdownText {
  const dropped = units.filter((_, index) => !keeps(index));
  const isKept = ({ offset }: { offset: number }) =>
    !dropped.some(({ start, end }) => offset >= start && offset < end);
  const facts = factsOf(markdown);
  const kept: Facts = {
    ...facts,
    blocks: facts.blocks.filter(({ offsets }) => isKept({ offset: offsets[0] ?? 0 })),
    codeBlocks: facts.codeBlocks.filter(isKept),
    codeSpans: facts.codeSpans.filter(isKept),
    links: facts.links.filter(isKept),
  };
  return withFacts({ ...markdown }, kept);
}

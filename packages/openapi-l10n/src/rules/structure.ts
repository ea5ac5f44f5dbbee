import type { Nodes } from 'mdast';
import type { Alignment, Unit } from '../alignment/types.ts';
import { OBJECT } from '../markdown/block.ts';
import { factsOf } from '../markdown/facts.ts';
import type { MarkdownText } from '../markdown/parse.ts';
import type { Found } from '../markdown/types.ts';
import { isOfCode } from './code-blocks.ts';
import { excerpt } from './excerpt.ts';
import { namesAnyLanguage } from './link-language.ts';
import type { Rule, TextProblem } from './rule.ts';

export const structure: Rule = {
  summary: 'Headings, paragraphs, lists, tables, alerts, HTML or emphasis that do not correspond.',
  severity: 'error',
  *pair({ whole: { source, translation }, alignment }) {
    if (alignment.gaps.length > 0) {
      yield* alignment.version.isOther ? [otherVersion(alignment)] : gaps(alignment);
      return;
    }
    const different = shape(...withoutNewAnchors(factsOf(source).structure, factsOf(translation).structure));
    if (!different) {
      yield* emphasis(source, translation);
      yield* closingBars(source, translation);
      return;
    }
    const { from, to, isFormal } = different;
    yield {
      message: `The source has ${from?.value ?? 'nothing more'} where the translation has ${to?.value ?? 'nothing more'}`,
      help: 'Give the translation the same headings, lists, tables, alerts and HTML, in the same order.',
      offset: to?.offset ?? translation.text.trimEnd().length,
      length: 1,
      sourceOffset: from?.offset ?? source.text.trimEnd().length,
      ...(isFormal ? { severity: 'warn' } : {}),
      ...([from, to].some((found) => found?.value.startsWith('table'))
        ? {}
        : { choice: 'other form' as const }),
    };
  },
};

function otherVersion({ version: { pairs, size, isCertain }, gaps: [first] }: Alignment): TextProblem {
  return {
    message: `The translation seems to be out of date: ${pairs} of ${size} blocks have a counterpart`,
    help: 'Translate the current source. Only the blocks that have a counterpart were checked.',
    offset: first?.offset ?? 0,
    sourceOffset: first?.sourceOffset,
    ...(isCertain ? {} : { choice: 'other blocks' }),
  };
}

/** Blocks that only one of the texts has, run by run. */
function* gaps({ gaps: all }: Alignment): Generator<TextProblem> {
  for (const [index, gap] of all.entries()) {
    if (isOfCode(gap)) continue;
    const { lost, extra, offset, sourceOffset, isCertain } = gap;
    // A note that says who translated the page, and where the original is.
    const isLast = index === all.length - 1 && extra.at(-1)?.end === Number.POSITIVE_INFINITY;
    const isNote =
      lost.length === 0 && extra.length <= 2 && ((index === 0 && sourceOffset < NOTE_WITHIN) || isLast);
    // Each page leads to those of other languages.
    const isSwitch =
      extra.length === 0 &&
      lost.every(
        ({ marks }) => marks.length > 1 && marks.filter(namesAnyLanguage).length * 4 >= marks.length * 3,
      );
    yield {
      message: [
        ...(lost.length > 0 ? [`The source has ${counted(lost)} without a counterpart`] : []),
        ...(extra.length > 0
          ? [
              `${lost.length > 0 ? 'and the' : 'The'} translation has ${counted(extra)} that the source does not have`,
            ]
          : []),
      ].join(', '),
      help: 'Give the translation the same headings, paragraphs, lists, tables and code blocks, in the same order.',
      offset,
      sourceOffset,
      ...(isNote || isSwitch ? { severity: 'warn' } : {}),
      // What a translator has added, moved, split or joined is not lost.
      ...(!isCertain ? { choice: 'other blocks' as const } : {}),
    };
  }
}

const NOTE_WITHIN = 600;

function counted(units: readonly Unit[]): string {
  const [first] = units;
  const marks = [...(first?.marks ?? [])];
  const text = excerpt(
    first?.kind === 'code'
      ? first.text.slice(first.text.indexOf('\n') + 1)
      : (first?.text ?? '').replaceAll(OBJECT, () => marks.shift() ?? '…'),
  );
  if (units.length > 1) return `${units.length} blocks, from ${text} on,`;
  return `the ${first?.kind === 'code' ? 'code block' : first?.kind === 'row' ? 'table row' : first?.kind} ${text}`;
}

/**
 * Anchors of headings count if both texts have them: a translation may keep those of the source, which the generator
 * gives to the source by itself.
 */
function withoutNewAnchors(
  from: readonly Found[],
  to: readonly Found[],
): [readonly Found[], readonly Found[]] {
  const isAnchor = ({ value }: Found) => /^\{\s*#[\p{L}\w-]+\s*\}$/u.test(value);
  if (from.filter(isAnchor).length === to.filter(isAnchor).length) return [from, to];
  return [from.filter((found) => !isAnchor(found)), to.filter((found) => !isAnchor(found))];
}

/** Separators without content, which readers hardly notice. */
const FORMAL =
  /^(?:paragraph$|(?:numbered|bulleted) list|<\/|<(?:br|Fragment|a|b|code|em|i|kbd|span|strong|sub|sup|u)\b|<[A-Z]\w* \/>$)/;

/** The first difference of two structures, and whether they differ in form only. */
function shape(source: readonly Found[], translation: readonly Found[]) {
  if (
    source.length === translation.length &&
    source.every(({ value }, index) => value === translation[index]?.value)
  )
    return undefined;
  const first = (from: readonly Found[], to: readonly Found[]) => {
    const at = Array.from({ length: Math.max(from.length, to.length) }).findIndex(
      (_, index) => from[index]?.value !== to[index]?.value,
    );
    return at < 0 ? undefined : { from: from[at], to: to[at] };
  };
  const withoutForm = (list: readonly Found[]) =>
    list.flatMap((found) =>
      FORMAL.test(found.value) ? [] : [{ ...found, value: found.value.replace(/ at depth \d+/, '') }],
    );
  const hard = first(withoutForm(source), withoutForm(translation));
  if (hard) return { ...hard, isFormal: false };
  const soft = first(source, translation);
  return soft && { ...soft, isFormal: true };
}

/** A table row without its last bar, which some renderers read as text. */
function* closingBars(source: MarkdownText, translation: MarkdownText): Generator<TextProblem> {
  const open = ({ text }: MarkdownText, offset: number) => {
    const [line = ''] = text.slice(offset).split('\n', 1);
    return line.startsWith('|') && !line.trimEnd().endsWith('|');
  };
  const rows = (text: MarkdownText) => factsOf(text).structure.filter(({ value }) => value === 'table row');
  if (rows(source).some(({ offset }) => open(source, offset))) return;
  for (const { offset } of rows(translation)) {
    if (!open(translation, offset)) continue;
    yield {
      message: 'The table row has lost its last bar',
      help: 'End the row with |, as the source does.',
      offset,
    };
  }
}

/** The number of emphasised words may change with the word order, but not whether there are any. */
function* emphasis(source: MarkdownText, translation: MarkdownText): Generator<TextProblem> {
  const [from, to] = [strong(source.tree), strong(translation.tree)];
  const [first] = [...from, ...to];
  if (!first || (from.length > 0 && to.length > 0)) return;
  const offset = first.position?.start.offset;
  yield {
    message:
      from.length > 0
        ? 'No words are bold, but the source has bold words'
        : 'The translation has bold words, but the source has none',
    help: 'Emphasise the same words as the source.',
    ...(from.length > 0 ? { sourceOffset: offset } : { offset }),
    // Visible asterisks are damage; another kind of emphasis is not.
    ...(factsOf(translation).blocks.some(({ text }) => text.includes('**')) ? {} : { severity: 'warn' }),
  };
}

const strong = (node: Nodes): Nodes[] =>
  node.type === 'strong' ? [node] : 'children' in node ? node.children.flatMap(strong) : [];

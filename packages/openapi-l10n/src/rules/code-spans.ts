import { surplus } from '../markdown/facts.ts';
import type { Facts, Found } from '../markdown/types.ts';
import { distance, likeness } from '../nearest.ts';
import { counterparts, within } from './cells.ts';
import { isLanguage, namesLanguage } from './link-language.ts';
import { countOf } from './marks.ts';
import { loosely, type Mentions } from './mentions.ts';
import { compare, once } from './multiset.ts';
import { HELP, withProof } from './name-evidence.ts';
import type { Pair, TextProblem } from './rule.ts';
import { isInBlock, spanChange } from './sample.ts';

/** Code spans that only one of the texts has. Names may be repeated, since languages differ in that. */
export function* spans(
  pair: Pair,
  from: Facts,
  to: Facts,
  ours: Mentions,
  theirs: Mentions,
): Generator<TextProblem> {
  const marked = new Set(to.codeSpans.map(({ value }) => value));
  const known = new Set(from.codeSpans.map(({ value }) => value));
  const lost = once(from.codeSpans).filter(({ value }) => !marked.has(value) && !theirs.hasParts(value));
  const gone = lost.filter(({ value }) => !theirs.has(value));
  const invented = once(to.codeSpans).filter(
    ({ value }) => !known.has(value) && !ours.hasLoosely(value) && !ours.hasParts(value),
  );
  // A word of the source's prose may gain backticks, which protect it.
  const extra = invented.filter(({ value }) => !ours.has(value) || isSpelledOtherwise(value, known));
  const displaced = extra.flatMap((found) => displacedBy(found, from, to, pair));
  const all = [...gone, ...displaced.filter((found) => !gone.includes(found))];
  for (const problem of spanProblems(pair, from, to, all, extra)) {
    const was = valueAt(all, problem.sourceOffset);
    // It is still elsewhere on the page.
    if (problem.offset === undefined && was !== undefined && !gone.some(({ value }) => value === was))
      continue;
    const is = valueAt(extra, problem.offset);
    // Sentences may name what a code block of the translation shows.
    const isShown = was === undefined && is !== undefined && (isInBlock(to, is) || ours.hasUndecorated(is));
    const mayDiffer =
      isShown || (was === undefined && is !== undefined && mayBeAdded(is, pair)) || isLanguage(was ?? '');
    yield mayDiffer ? { ...problem, severity: 'warn' } : withProof(problem, was, is, pair);
  }
  if (gone.length === 0 && extra.length === 0) yield* exchanged(pair, from, to);
  yield* unmarked(from, to);
  yield* cells(pair, from, to);
}

/** The code span of the counterpart paragraph that an invented one has displaced, though it is elsewhere on the page. */
function displacedBy(found: Found, from: Facts, to: Facts, { alignment }: Pair): Found[] {
  const ours = from.codeSpans.filter((span) => alignment.near(span, found));
  const theirs = to.codeSpans.filter((span) => ours.some((own) => alignment.near(own, span)));
  return surplus(ours, theirs)
    .toSorted((a, b) => likeness(b.value, found.value) - likeness(a.value, found.value))
    .slice(0, 1);
}

/** The code spans that differ, without those that mean the same; the texts of samples are warnings. */
function* spanProblems(
  pair: Pair,
  from: Facts,
  to: Facts,
  source: readonly Found[],
  translation: readonly Found[],
): Generator<TextProblem> {
  const found = [...compare(source, translation, 'token', HELP, pair.alignment)].map((problem) => {
    const was = valueAt(source, problem.sourceOffset);
    const is = valueAt(translation, problem.offset);
    const isPair = was !== undefined && is !== undefined;
    return {
      problem,
      was,
      is,
      change: isPair ? spanChange(was, is, from, to, pair) : 'code',
      isRelabelled: isPair && isLabel(was) && /^[\p{L}\p{M}\s]+$/u.test(is),
      isSlip:
        isPair && distance(was, is) <= 2 && !isOfInterface(pair, problem.sourceOffset ?? 0, problem.offset),
    };
  });
  // Several labels of an interface are translated together; a single letter that differs in one of them is a slip.
  const labels = found.filter(({ isRelabelled }) => isRelabelled).length;
  for (const { problem, change, was, is, isRelabelled, isSlip } of found) {
    if (change === 'same') continue;
    if (change === 'sample') yield { ...problem, severity: 'warn' };
    else yield isRelabelled && (labels > 1 || !isSlip) ? problem : withProof(problem, was, is, pair);
  }
}

/** A capitalised word, as on a button: `Install`, `OK`. */
const isLabel = (value: string) => /^(?:\p{Lu}\p{Ll}{2,}|\p{Lu}{2})$/u.test(value);

/** Whether the words before a label say that it is one, or its letters are those of the reader's script alone. */
const isOfInterface = (
  { whole, sourceLanguage, language }: Pair,
  sourceOffset: number,
  offset = 0,
): boolean =>
  sourceLanguage.interfaceWords?.test(
    whole.source.text.slice(Math.max(0, sourceOffset - 24), sourceOffset),
  ) === true ||
  (!language.latin && /^`?[^\P{L}\p{Script=Latin}]/u.test(whole.translation.text.slice(offset)));

const valueAt = (list: readonly Found[], at: number | undefined) =>
  at === undefined ? undefined : list.find(({ offset }) => offset === at)?.value;

/** Words in backticks that the source does not have, a label for example, or a path in the reader's language. */
const mayBeAdded = (value: string, { language }: Pair) =>
  /^\p{Lu}\p{Ll}+$|^\p{L}+(?:\s\p{L}+)+$|^[^\p{Script=Latin}_./]*[^\P{L}\p{Script=Latin}][^\p{Script=Latin}_./]*$|[（）]/u.test(
    value,
  ) || namesLanguage(value, language);

const isSpelledOtherwise = (value: string, known: ReadonlySet<string>) =>
  [...known].some((own) => own !== value && loosely(own) === loosely(value));

/** Paragraphs with as many code spans as their source, one of which was replaced. */
function* exchanged(pair: Pair, from: Facts, to: Facts): Generator<TextProblem> {
  if (from.blocks.length !== to.blocks.length) return;
  for (const [index, block] of from.blocks.entries()) {
    const other = to.blocks[index];
    if (!other) continue;
    const [ours, theirs] = [within(from.codeSpans, block), within(to.codeSpans, other)];
    if (ours.length === theirs.length) yield* spanProblems(pair, from, to, ours, theirs);
  }
}

/** Names with fewer backticks than in the source, and more mentions without. */
function* unmarked(from: Facts, to: Facts): Generator<TextProblem> {
  const [original, prose] = [from, to].map(({ blocks }) => blocks.map(({ text }) => text).join('\n')) as [
    string,
    string,
  ]; // two values in, two values out
  for (const { value, offset } of once(surplus(from.codeSpans, to.codeSpans))) {
    if (countOf(prose, value) <= countOf(original, value)) continue;
    yield {
      message: `The token “${value}” is not in backticks in the translation`,
      help: HELP,
      sourceOffset: offset,
      severity: 'warn',
    };
  }
}

/** In tables each cell has its own names. */
function* cells(pair: Pair, from: Facts, to: Facts): Generator<TextProblem> {
  if (surplus(from.codeSpans, to.codeSpans).length > 0 || to.codeSpans.length !== from.codeSpans.length)
    return;
  for (const [cell, other] of counterparts(from, to, from.blocks, to.blocks))
    yield* spanProblems(pair, from, to, within(from.codeSpans, cell), within(to.codeSpans, other));
}

import { factsOf, surplus } from '../markdown/facts.ts';
import type { Facts, Found } from '../markdown/types.ts';
import { distance, likeness } from '../nearest.ts';
import { counterparts, within } from './cells.ts';
import { frontMatter } from './front-matter.ts';
import { isLanguage, isSamePage, namesLanguage, withoutLanguage } from './link-language.ts';
import { comparableProse, countOf } from './marks.ts';
import { loosely, Mentions } from './mentions.ts';
import { compare } from './multiset.ts';
import { datePatterns } from './placeholders.ts';
import { products } from './products.ts';
import { isLost, isMisspelt } from './proofs.ts';
import { repeated } from './repeated.ts';
import type { Pair, Rule, TextProblem } from './rule.ts';
import { isInBlock, isOtherFile, spanChange } from './sample.ts';
import { nameColumns, type Tokens, tokensIn } from './tokens.ts';

const HELP = 'Write names, values and paths exactly as in the source, including backticks.';

export const protectedTerm: Rule = {
  summary: 'A name, value or path that the translation drops, translates or invents.',
  severity: 'error',
  *pair(pair) {
    const { source, translation, whole, alignment, vocabulary, language, sourceLanguage } = pair;
    const [from, to] = [factsOf(source), factsOf(translation)];
    yield* frontMatter(from.settings, to.settings, pair);
    const [ours, theirs] = [new Mentions(whole.source), new Mentions(whole.translation)];
    if (from.codeSpans.length + to.codeSpans.length > 0) {
      yield* spans(pair, from, to, ours, theirs);
      yield* cells(pair, from, to);
    }

    const columns = nameColumns(from.blocks);
    const names = tokensIn(from.blocks, vocabulary.own, columns, sourceLanguage.headerWords);
    const written = tokensIn(to.blocks, vocabulary.own, columns, language.headerWords);
    yield* bareNames(names, written, ours, theirs, pair);

    const [original, prose] = comparableProse(from, to);
    // Date patterns may use the letters of the reader's language: AAAA-MM-JJ.
    for (const problem of compare(
      datePatterns(original),
      datePatterns(prose),
      'date pattern',
      HELP,
      alignment,
    ))
      yield { ...problem, severity: 'warn' };
    yield* products(pair);
    yield* repeated(source, translation);
  },
};

/** Code spans that only one of the texts has. Names may be repeated, since languages differ in that. */
function* spans(
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

/** A finding, with what proves that it is one: a slip, or a name that is nowhere. */
function withProof(problem: TextProblem, was = '', is = '', { whole }: Pair): TextProblem {
  const page = whole.translation.text;
  if (was !== '' && is !== '')
    return isMisspelt(was, is, page) ? { ...problem, proof: 'misspelt name' } : problem;
  return was !== '' && isLost(was, page) ? { ...problem, proof: 'lost name' } : problem;
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

/** Names in prose, without backticks. */
function* bareNames(
  names: Tokens,
  written: Tokens,
  ours: Mentions,
  theirs: Mentions,
  pair: Pair,
): Generator<TextProblem> {
  const invented = once(written.exact).filter(({ value }) => !ours.has(value));
  // A host that is in a link too may be damaged in the sentence alone.
  const isDamaged = (name: string) =>
    !theirs.isInProse(name) && invented.some(({ value }) => likeness(name, value) >= 0.7);
  const lost = once(names.exact).filter(
    ({ value }) => (!theirs.has(value) && !theirs.has(value.replace(COMPOUND, ''))) || isDamaged(value),
  );
  // An ending or a compound of the language's own: X-Request-Id-Header.
  const own = new Set(names.exact.map(({ value }) => value));
  const compound = (value: string) =>
    [...own].some((name) => value.startsWith(`${name}-`) || value.endsWith(`-${name}`));
  const extra = invented.filter(
    ({ value }) => !compound(value) && (lost.length > 0 || !ours.hasLoosely(value)),
  );
  for (const problem of compare(lost, extra, 'name', HELP, pair.alignment)) {
    const was = lost.find(({ offset }) => offset === problem.sourceOffset)?.value ?? '';
    const is = extra.find(({ offset }) => offset === problem.offset)?.value ?? '';
    const isHost =
      /\.\p{Ll}{2,}$/u.test(is) && withoutLanguage(`https://${is}`, [pair.language]) !== `https://${is}`;
    if (was !== '' && isSamePage(was, is, pair)) continue;
    const isSpelled = was.toLowerCase() === is.toLowerCase();
    if (isOtherFile(was, is) || isHost || isSpelled) yield { ...problem, severity: 'warn' };
    else yield ASSIGNED.test(was || is) ? problem : withProof(problem, was, is, pair);
  }
  for (const { value, offset } of once(names.loose)) {
    if (theirs.has(value) || theirs.hasInflected(value) || theirs.has(value.replace(/s$/, ''))) continue;
    yield {
      message: `The name ${value} of the source is missing in the translation`,
      help: HELP,
      sourceOffset: offset,
      severity: 'warn',
    };
  }
}

/** What makes a word of a name in English: the "index.yaml-based" one. */
const COMPOUND = /(?<=\.\p{Ll}+)-\p{Ll}+$/u;
const ASSIGNED = /^\p{Ll}+=\p{Ll}+$/u;

/** The first occurrence of each value. */
function once(list: readonly Found[]): Found[] {
  const first = new Map<string, Found>();
  for (const found of list) if (!first.has(found.value)) first.set(found.value, found);
  return [...first.values()];
}

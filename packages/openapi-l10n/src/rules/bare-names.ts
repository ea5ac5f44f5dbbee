import { likeness } from '../nearest.ts';
import { isSamePage, withoutLanguage } from './link-language.ts';
import type { Mentions } from './mentions.ts';
import { compare, once } from './multiset.ts';
import { HELP, withProof } from './name-evidence.ts';
import type { Pair, TextProblem } from './rule.ts';
import { isOtherFile } from './sample.ts';
import type { Tokens } from './tokens.ts';

/** Names in prose, without backticks. */
export function* bareNames(
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
    else yield isProvable(was, problem, pair) ? withProof(problem, was, is, pair) : problem;
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

/** Whether a name without backticks can only be one of a program, and is not a part of an address. */
const isProvable = (was: string, { sourceOffset = 0 }: TextProblem, { whole }: Pair) =>
  /[_(){}$\\:]/.test(was) &&
  !ASSIGNED.test(was) &&
  !/[\w/.-]$/.test(whole.source.text.slice(Math.max(0, sourceOffset - 1), sourceOffset));

const ASSIGNED = /^\p{Ll}+=\p{Ll}+$/u;

import type { Language } from '../languages/types.ts';
import { factsOf } from '../markdown/facts.ts';
import { anchorsOf } from '../markdown/link-target.ts';
import type { MarkdownText } from '../markdown/parse.ts';
import { difference } from './excerpt.ts';
import {
  hasMoved,
  isChosen,
  isFromDeeper,
  isOnSamePage,
  isOtherAnchor,
  isOtherEdition,
  type Target,
} from './link-equivalence.ts';
import { namesAnyLanguage, namesLanguage, withoutCodes, withoutLanguage } from './link-language.ts';
import { replacements } from './multiset.ts';
import type { Pair, Rule, TextProblem } from './rule.ts';

const HELP =
  'Translate only the label, and keep the target. Suppress the finding if the other target is correct.';

export const link: Rule = {
  summary: 'A link or image target that differs.',
  severity: 'error',
  *pair(pair) {
    const { source, translation, whole, alignment, language, sourceLanguage, settings } = pair;
    if (factsOf(source).links.length + factsOf(translation).links.length === 0) return;
    const languages = [language, sourceLanguage];
    const lost = read(source, whole.source, languages, settings.links);
    const extra = read(translation, whole.translation, languages, {});
    const isSame: ((a: Target, b: Target) => boolean)[] = [
      (a, b) => a.value === b.value && a.kind === b.kind,
      (a, b) => a.target === b.target && a.kind === b.kind,
      (a, b) => a.target === b.target && a.kind === 'bare' && b.kind === 'link',
      (a, b) => a.kind === b.kind && isFromDeeper(a, b),
      (a, b) => isOtherAnchor(a, b, alignment),
      (a, b) => isOtherEdition(a, b, pair),
    ];
    yield* labels(lost, extra);
    for (const same of isSame) pairOff(lost, extra, same);
    // A link that has moved to a block without a counterpart is not lost.
    const [ours, theirs] = [whole.source, whole.translation].map(
      (page) =>
        new Set(
          page === source || page === translation
            ? []
            : read(page, page, languages, {}).map(({ target }) => target),
        ),
    ) as [Set<string>, Set<string>]; // two values in, two values out
    // A URL may gain backticks.
    const marked = factsOf(translation)
      .codeSpans.map(({ value }) => value)
      .join('\n');
    const added = extra.filter(
      ({ kind, target, value }) =>
        !ours.has(target) && !(kind === 'bare' && whole.source.text.includes(value.replace('mailto:', ''))),
    );
    yield* report(
      lost.filter(
        (found) =>
          (!theirs.has(found.target) || added.some((other) => alignment.near(found, other))) &&
          (found.kind !== 'bare' || !marked.includes(found.value)),
      ),
      added,
      pair,
    );
  },
};

/** Addresses that links show but the source does not have; removed from both lists. */
function* labels(lost: Target[], extra: Target[]): Generator<TextProblem> {
  const known = new Set(lost.map(({ target }) => target));
  for (const { kind, target, value, offset, length } of extra) {
    if (kind !== 'label' || known.has(target)) continue;
    yield {
      message: `A link of the translation shows the address ${difference('', value)[1]}, which the source does not have`,
      help: HELP,
      offset,
      length,
    };
  }
  for (const list of [lost, extra]) {
    const others = list.filter(({ kind }) => kind !== 'label');
    list.splice(0, list.length, ...others);
  }
}

function read(
  text: MarkdownText,
  page: MarkdownText,
  languages: readonly Language[],
  mapped: Readonly<Record<string, string>>,
): Target[] {
  const anchors = anchorsOf(factsOf(page), page.text);
  return factsOf(text).links.map((found) => {
    const value = decoded(found.value);
    const prefix = Object.keys(mapped).find((beginning) => value.startsWith(beginning));
    const counterpart = prefix === undefined ? value : `${mapped[prefix]}${value.slice(prefix.length)}`;
    const target = withoutLanguage(counterpart, languages)
      .replace(/(?:\/|\.html?)(?=[?#]|$)/, '')
      // The translated page may lie deeper.
      .replace(/^(?:\.{1,2}\/)+/, './');
    return { ...found, target, heading: anchors.get(counterpart) };
  });
}

function pairOff(lost: Target[], extra: Target[], same: (a: Target, b: Target) => boolean): void {
  for (const found of [...lost]) {
    const index = extra.findIndex((other) => same(found, other));
    if (index < 0) continue;
    extra.splice(index, 1);
    lost.splice(lost.indexOf(found), 1);
  }
}

function* report(
  lost: Target[],
  extra: Target[],
  { alignment, whole, language, sourceLanguage }: Pair,
): Generator<TextProblem> {
  const { replaced, missing } = replacements(lost, extra, alignment);
  const languages = [sourceLanguage, language];
  const [source, translation] = [whole.source.text, whole.translation.text];
  const pages = new Set(
    factsOf(whole.source).links.map(({ value }) =>
      pageOf(withoutLanguage(value, [language, sourceLanguage])),
    ),
  );
  for (const { found, instead } of replaced) {
    const written = describe(found);
    const [was, is] = instead ? difference(describe(instead), written) : ['', written];
    const sameScheme = instead && withoutScheme(instead.value) === withoutScheme(found.value);
    yield {
      message: instead
        ? instead.value === found.value
          ? `The link to ${is} has lost its label`
          : `The translation has the link target ${is} where the source has ${was}`
        : `The translation has the link target ${difference('', written)[1]}, which the source does not have`,
      help: HELP,
      offset: found.offset,
      length: found.length,
      sourceOffset: instead?.offset,
      // A note may link to the original; http and https usually lead to the same place.
      ...(instead === undefined
        ? { choice: 'added link' as const }
        : isOnSamePage(instead, found)
          ? { choice: 'other anchor' as const }
          : {}),
      ...// A heading has it, though it is not clear whose counterpart it is.
      (found.heading !== undefined ||
      (instead
        ? instead.value !== found.value &&
          (sameScheme ||
            withoutCodes(instead.value, languages) === withoutCodes(found.value, languages) ||
            hasMoved(instead, found) ||
            isChosen(instead, found))
        : [language, sourceLanguage].some((own) => namesLanguage(found.value, own)) ||
          pages.has(pageOf(found.target)))
        ? { severity: 'warn' }
        : {}),
    };
  }
  for (const found of missing) {
    const isThere =
      found.value.includes('{{') ||
      source.slice(found.offset + found.length).startsWith('{{') ||
      (found.kind === 'bare' && translation.includes(withoutScheme(found.value)));
    yield {
      message: `The link target ${difference(describe(found), '')[0]} of the source is missing in the translation`,
      help: HELP,
      sourceOffset: found.offset,
      // The page of a language need not be in its own list of languages.
      ...(isThere || namesAnyLanguage(withoutLanguage(found.value, [sourceLanguage]))
        ? { severity: 'warn' }
        : {}),
    };
  }
}

const describe = ({ kind, value }: Target) => (kind === 'image' ? `${value} (image)` : value);

const pageOf = (target: string) => target.replace(/\/?(?:#.*)?$/s, '');

const withoutScheme = (target: string) => target.replace(/^https?:\/\/(?:www\.)?/, '');

/** `%C3%A9` is `é`. */
function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

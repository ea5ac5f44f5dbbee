import type { Language } from '../languages/types.ts';
import { factsOf } from '../markdown/facts.ts';
import { anchorsOf } from '../markdown/link-target.ts';
import type { Facts, FoundLink } from '../markdown/types.ts';
import { difference } from './excerpt.ts';
import { withoutLanguage } from './link-language.ts';
import type { Rule, TextProblem } from './rule.ts';

const HELP =
  'Translate the label only, and keep the target. Suppress the finding where another target is right.';

export const link: Rule = {
  summary: 'The target of a link or an image differs; its label may.',
  severity: 'error',
  *pair({ source, translation, language, sourceLanguage, settings }) {
    const [from, to] = [factsOf(source), factsOf(translation)];
    const languages = [language, sourceLanguage];
    const lost = read(from, languages, settings.links);
    const extra = read(to, languages, {});
    pairOff(lost, extra, (a, b) => a.value === b.value && a.kind === b.kind);
    pairOff(lost, extra, (a, b) => a.target === b.target && a.kind === b.kind);
    pairOff(lost, extra, (a, b) => a.target === b.target && a.kind === 'bare' && b.kind === 'link');
    pairOff(lost, extra, (a, b) => isOtherAnchor(a, b));
    // An address may gain code marks.
    const marked = to.codeSpans.map(({ value }) => value).join('\n');
    yield* report(
      lost.filter(({ kind, value }) => kind !== 'bare' || !marked.includes(value)),
      extra,
    );
  },
};

interface Target extends FoundLink {
  /** What the target means, whatever the language. */
  target: string;
}

function read(
  facts: Facts,
  languages: readonly Language[],
  mapped: Readonly<Record<string, string>>,
): Target[] {
  const anchors = anchorsOf(facts);
  return facts.links.map((found) => {
    const value = decoded(found.value);
    const prefix = Object.keys(mapped).find((beginning) => value.startsWith(beginning));
    const counterpart = prefix === undefined ? value : `${mapped[prefix]}${value.slice(prefix.length)}`;
    return { ...found, target: anchors.get(counterpart) ?? withoutLanguage(counterpart, languages) };
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

/** The page of another language has other headings, and so other anchors. */
function isOtherAnchor(a: Target, b: Target): boolean {
  const [page, anchor] = a.target.split('#');
  const [otherPage, otherAnchor] = b.target.split('#');
  return Boolean(
    anchor && otherAnchor && page && page === otherPage && a.value.split('#')[0] !== b.value.split('#')[0],
  );
}

function* report(lost: Target[], extra: Target[]): Generator<TextProblem> {
  for (const found of extra) {
    // The link that this one came from, rather than whichever is the first.
    const near = lost.findIndex(({ target }) => target === found.target);
    const [instead] = lost.splice(Math.max(0, near), 1);
    const written = describe(found);
    const [was, is] = instead ? difference(describe(instead), written) : ['', written];
    yield {
      message: instead
        ? instead.value === found.value
          ? `The link to ${is} has lost its label`
          : `The translation has the link target ${is} where the source has ${was}`
        : `The translation has the link target ${difference('', written)[1]}, which the source has not`,
      help: HELP,
      offset: found.offset,
      length: found.length,
      sourceOffset: instead?.offset,
    };
  }
  for (const found of lost)
    yield {
      message: `The link target ${difference(describe(found), '')[0]} of the source is missing in the translation`,
      help: HELP,
      sourceOffset: found.offset,
    };
}

const describe = ({ kind, value }: Target) => (kind === 'image' ? `${value} (image)` : value);

/** `%C3%A9` is `é`. */
function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

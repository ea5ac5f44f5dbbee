import type { Alignment } from '../alignment/types.ts';
import type { FoundLink } from '../markdown/types.ts';
import { distance, likeness } from '../nearest.ts';
import { namesLanguage, withoutLanguage } from './link-language.ts';
import type { Pair } from './rule.ts';

/** A link with what it is compared by. */
export interface Target extends FoundLink {
  /** The target, independent of the language. */
  target: string;
  /** Where the heading is that it leads to, on the same page. */
  heading: number | undefined;
}

/** The page of another language has other headings, and therefore other anchors. */
export function isOtherAnchor(a: Target, b: Target, alignment: Alignment): boolean {
  if (b.heading !== undefined && a.value.startsWith('#'))
    return a.heading === undefined
      ? alignment.near(a, b)
      : alignment.near({ offset: a.heading }, { offset: b.heading });
  const [page, anchor] = a.target.split('#');
  const [otherPage, otherAnchor] = b.target.split('#');
  // A target that differs by one letter is a typo, not a translation.
  if (anchor && otherAnchor && /^[\w-]+$/.test(otherAnchor) && distance(anchor, otherAnchor) <= 2)
    return false;
  return Boolean(
    (anchor ?? otherAnchor) && page && page === otherPage && a.value.split('#')[0] !== b.value.split('#')[0],
  );
}

/** Whether two targets differ in their anchors alone, by more than a slip. */
export function isOnSamePage(a: Target, b: Target): boolean {
  const [page, anchor = ''] = a.target.split('#');
  const [otherPage, otherAnchor = ''] = b.target.split('#');
  return page === otherPage && otherAnchor !== '' && distance(anchor, otherAnchor) > 2;
}

/**
 * Encyclopaedias translate the names of articles, and names of screenshots contain a language: `shot.de.png`.
 */
export function isOtherEdition(a: Target, b: Target, { language, sourceLanguage, alignment }: Pair): boolean {
  if (a.kind === 'image' && b.kind === 'image')
    return (
      alignment.near(a, b) && /[._-]\w{2}(?:-\w+)?\.\w+$/.test(b.value) && namesLanguage(b.value, language)
    );
  const [from, to] = [hostOf(a.value), hostOf(b.value)];
  return (
    from !== to &&
    from !== '' &&
    // One letter that differs is a typo, not another article.
    !isNearly(a.value.slice(hostOf(a.value).length), b.value.slice(hostOf(b.value).length)) &&
    withoutLanguage(from, [sourceLanguage]) === withoutLanguage(to, [language]) &&
    alignment.near(a, b)
  );
}

const isNearly = (path: string, other: string) =>
  path !== other && Math.abs(path.length - other.length) <= 2 && distance(path, other) <= 2;

const hostOf = (target: string) => /^https?:\/\/[^/?#]+/.exec(target)?.[0].replace(/^http:/, 'https:') ?? '';

/** Whether a page in a deeper folder leads to the same file: `../../../unit/code/sensor` for `code/sensor`. */
export function isFromDeeper(a: Target, b: Target): boolean {
  const [from, to] = [a, b].map(({ target }) => target.replace(/^\.\//, '')) as [string, string]; // two values in, two values out
  return isRelative(a.value) && levelsUp(b.value) > levelsUp(a.value) && `/${to}`.endsWith(`/${from}`);
}

const isRelative = (target: string) => /^(?!\/|\w+:|#)/.test(target);

const levelsUp = (target: string) => /^(?:\.{1,2}\/)*/.exec(target)?.[0].match(/\.\.\//g)?.length ?? 0;

/** Whether an address is probably the same page or picture at another place: sites move pages, and redirect. */
export function hasMoved(a: Target, b: Target): boolean {
  const [last, other] = [a, b].map(({ target }) =>
    /([^/?#]{3,})\/?(?:[?#].*)?$/.exec(target)?.[1]?.toLowerCase(),
  );
  // A localised copy may have a hash and another format: a.png, a.46c706b1.webp.
  if (a.kind === 'image') return last?.split('.')[0] === other?.split('.')[0] && last !== undefined;
  // A sample or an embedded project of the reader's own: only its number differs.
  const [numbered, otherwise] = [a, b].map(({ target }) => target.replaceAll(/\d{5,}/g, '#'));
  if (numbered === otherwise) return true;
  // An article by its number, with its title in the language of the readers.
  const [article, otherArticle] = [a, b].map(({ value }) => /\/(\d{6,})-[^/]*$/.exec(value)?.[1]);
  if (article !== undefined && article === otherArticle) return true;
  // An address that the page generator puts together.
  if (/\{[{%]/.test(a.value + b.value)) return true;
  if (haveSameTail(a.target, b.target)) return true;
  // Two relative addresses, from folders next to each other.
  if (
    isRelative(a.value) &&
    isRelative(b.value) &&
    (last?.includes('.') || (a.value.startsWith('../') && b.value.startsWith('../'))) &&
    last === other
  )
    return true;
  // An address with its host and one without, or with one more folder at its beginning.
  const [long = '', short = ''] = [a.target, b.target].toSorted((x, y) => y.length - x.length);
  if (/^\/[\w-]+\/./.test(short) && long.endsWith(short) && long !== short) return true;
  // A relative address and an absolute one.
  const [first, second] = [a.value.charAt(0), b.value.charAt(0)].toSorted();
  if (first === '.' && second === '/') return last === other && last !== undefined;
  const [from, to] = [hostOf(a.value), hostOf(b.value)].map((host) =>
    host
      .split(/\/\/|\./)
      .slice(-2)
      .join('.'),
  );
  return last === other && last !== undefined && from === to && from !== '';
}

/** Whether one address ends with the other: `api/README.md` and `https://a.dev/o/r/blob/main/api/README.fr.md`. */
function haveSameTail(a: string, b: string): boolean {
  const [long = '', short = ''] = [a, b]
    .map(
      (target) =>
        `/${target
          .replace(/[?#].*$/, '')
          .replace(PAGE, '')
          .replace(/^[./]+/, '')}`,
    )
    .toSorted((x, y) => y.length - x.length);
  return short.length > 3 && long.endsWith(short);
}

/** What a page may or may not have at the end of its address. */
const PAGE = /(?:\/(?:README|index)(?:[._-][\w-]+)?)?(?:\.mdx?|\.html?)?\/?$/i;

/** Whether somebody has chosen another site: the same path elsewhere, or one that has nothing in common. */
export function isChosen(a: Target, b: Target): boolean {
  const [from, to] = [hostOf(a.value), hostOf(b.value)];
  if (from === '' || to === '' || from === to || distance(from, to) <= 2) return false;
  const isSamePath =
    a.value.slice(from.length) === b.value.slice(to.length) && a.value.length > from.length + 1;
  return isSamePath || likeness(from.slice(8), to.slice(8)) < 0.4;
}

import type { Language } from '../languages/types.ts';

/**
 * A target without its language: `/en/guide` and `/zh-cn/guide` are the same page in two languages, and so are
 * `en.example.com` and `zh.example.com`, or `?lang=en` and `?lang=zh`.
 */
export function withoutLanguage(target: string, languages: readonly Language[], mark = ''): string {
  const codes = spellingsOf(languages);
  const isCode = (part: string) => codes.has(part.toLowerCase());
  const [, scheme = '', host = '', rest = ''] = /^(\w+:\/\/|\/\/)?([^/?#]*)([\s\S]*)$/.exec(target) ?? [];
  const [, path = '', tail = ''] = /^([^?#]*)([\s\S]*)$/.exec(scheme ? rest : target) ?? [];
  const hosted = scheme
    ? host
        .split('.')
        .filter((label, index, all) => !(index === 0 && all.length > 2 && isCode(label)))
        .join('.')
    : '';
  const plain = path
    .split('/')
    // semver.org/lang/fr/
    .filter((part, index, all) => !/^(?:lang|locale)$/.test(part) || !isCode(all[index + 1] ?? ''))
    .flatMap((part) => (isCode(part) ? (mark === '' ? [] : [mark]) : [part]))
    // guide.fr.md, guide_fr.html
    .map((part) =>
      part.replace(/[._-]([\p{L}-]{2,24})(?=\.\w+$)/u, (whole, code: string) => (isCode(code) ? '' : whole)),
    )
    .join('/');
  const query = tail
    .replaceAll(
      /([?&])(?:lang|language|locale|hl|lng|l)=([\w-]+)(?:&|(?=#|$))/gi,
      (whole, sign: string, code: string) => (isCode(code) ? sign : whole),
    )
    .replace(/[?&](?=#|$)/, '');
  return `${scheme}${hosted}${plain}${query}`;
}

/**
 * Whether two paths are the same page, each with the segment of its language: `/en/guide` and `/fr/guide`.
 */
export function isSamePage(
  source: string,
  translation: string,
  { sourceLanguage, language }: Languages,
): boolean {
  const languages = [sourceLanguage, language];
  return withMarkedLanguage(source, languages) === withMarkedLanguage(translation, languages);
}

/** A target with a placeholder instead of the segment that names a language. */
export const withMarkedLanguage = (target: string, languages: readonly Language[]) =>
  withoutLanguage(target, languages, '*');

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Whether a text is the code of a language, such as `fr`. */
export function isLanguage(code: string): boolean {
  try {
    return names.of(code) !== undefined;
  } catch {
    return false;
  }
}

/**
 * An address without any language, for samples, whose languages need not be those of the pair. Of a site that has a host
 * for each language only the host is left: the titles of its pages are translated too.
 */
export const withoutAnyLanguage = (part: string) =>
  part
    .replace(/^(https?:\/\/)([a-z]{2})(\.[\w-]+\.\w+)\/.*$/, (whole, scheme, code: string, host) =>
      isLanguage(code) ? `${scheme}${host}` : whole,
    )
    .replaceAll(/\/([a-z]{2}(?:-[A-Za-z]{2,4})?)(?=\/|$)/g, (whole, code: string) =>
      isLanguage(code) ? '' : whole,
    )
    .replace(/\/$/, '');

/** An address without the codes of two languages, wherever they are: `button-cn`, `es-help`. */
export const withoutCodes = (target: string, languages: readonly Language[]) =>
  target.replaceAll(
    /(?:^|[-._/\s]|%20)([A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?)(?=$|[-._/?#\s]|%20)/g,
    (whole, code: string) => (spellingsOf(languages).has(code.toLowerCase()) ? '' : whole),
  );

interface Languages {
  sourceLanguage: Language;
  language: Language;
}

/** Whether a segment of a target, or the end of a file's name, names the language. */
export function namesLanguage(target: string, language: Language): boolean {
  return withoutLanguage(target, [language]) !== target;
}

/** Whether a relative address names any language at its beginning or its end: `README.pt-BR.md`, `/es/`. */
export function namesAnyLanguage(target: string): boolean {
  const [, code] =
    /^(?:\.{0,2}\/)*([a-z]{2}(?:[-_][A-Za-z]{2,4})?)\/|^[^:]*[._-]([a-z]{2}(?:[-_][A-Za-z]{2,4})?)\.\w+$/
      .exec(target)
      ?.filter((part) => part !== undefined) ?? [];
  return code !== undefined && isLanguage(code.replace('_', '-'));
}

const sets = new Map<string, ReadonlySet<string>>();

function spellingsOf(languages: readonly Language[]): ReadonlySet<string> {
  const tags = languages.map(({ tag }) => tag).join(' ');
  const codes = sets.get(tags) ?? new Set(languages.flatMap(spellings));
  sets.set(tags, codes);
  return codes;
}

const known = new WeakMap<Language, string[]>();

/** The names of a language in English and in itself, as in `guide.brazilian-portuguese.md`. */
function namesOf(...tags: string[]): string[] {
  return tags
    .flatMap((tag) => {
      try {
        return ['en', tag].flatMap(
          (own) => new Intl.DisplayNames(own, { type: 'language', fallback: 'none' }).of(tag) ?? [],
        );
      } catch {
        return [];
      }
    })
    .map((name) => name.toLowerCase().replaceAll(/\s/g, '-'));
}

/** The spellings of a language in URLs: `zh-cn`, `zh_cn`, `zh-hans`, `zh` and `cn`. */
function spellings(language: Language): string[] {
  const done = known.get(language);
  if (done) return done;
  const { tag, script, region, addressCodes = [] } = language;
  const [base = tag] = tag.split('-');
  const all = [
    tag,
    base,
    ...[region, script].filter((part) => part !== '').map((part) => `${base}-${part}`),
    ...addressCodes,
    ...namesOf(tag, base),
  ];
  const spelled = [...all, ...all.map((code) => code.replaceAll('-', '_'))];
  known.set(language, spelled);
  return spelled;
}

import type { Setting } from '../markdown/types.ts';
import { withoutLanguage } from './link-language.ts';
import type { Pair, TextProblem } from './rule.ts';

/** Fields with the language of the page. */
const LANGUAGE = /(?:^|\.)(?:lang|language|locale|hreflang)$/i;
/** Fields that say who wrote the page and when: a translation has its own. */
const OWN =
  /(?:^|\.)(?:(?:author|translator|reviewer|maintainer|contributor)s?(?:_.*)?|(?:last_?)?(?:date|updated|modified|reviewed|mod)(?:_?(?:at|on))?)$/i;
/** Fields of a tool that checks the page itself: `cSpell:ignore`. */
const TOOL = /:/;
const UP = /^(?:\.\.?\/)+/;
/** Fields that control the site generator, whatever their value looks like. */
const STEERING =
  /(?:^|\.)(?:layout|permalink|path|slug|url|redirect(?:_to|_from)?|aliases|hidden|draft|published|template|type|id|order|weight|position|sidebar|icon|image|openapi|api|method|href|src|theme|mode|noindex)$/i;

/** A sentence, whatever the field is for. */
const isText = (value = '') => /\p{L}+\s+\p{L}+\s+\p{L}+/u.test(value);

/** Front matter fields whose values differ, or whose name is translated. */
export function* frontMatter(
  source: readonly Setting[],
  translation: readonly Setting[],
  { language, sourceLanguage }: Pick<Pair, 'language' | 'sourceLanguage'>,
): Generator<TextProblem> {
  const languages = [language, sourceLanguage];
  const same = (a: string, b: string) =>
    a === b ||
    withoutLanguage(a, languages) === withoutLanguage(b, languages) ||
    // A translated page may be in a deeper folder.
    (a.startsWith('../') && a.replace(UP, '') === b.replace(UP, ''));
  const names = new Set(source.map(({ name }) => name));
  for (const { name, value, offset, length } of translation) {
    if (LANGUAGE.test(name) || OWN.test(name) || TOOL.test(name)) continue;
    const own = source.filter((other) => other.name === name);
    const renamed = names.has(name)
      ? undefined
      : source.find(
          (other) =>
            other.value === value &&
            value.length > 4 &&
            !translation.some((field) => field.name === other.name),
        );
    if (!renamed && (own.length === 0 || own.some((other) => same(other.value, value)))) continue;
    const original = renamed ?? own[0];
    yield {
      message: `The front matter has “${name}: ${value}” where the source has “${original?.name}: ${original?.value}”`,
      help: 'Translate titles and descriptions only; copy the other fields.',
      offset,
      length,
      sourceOffset: original?.offset,
      ...(renamed ? { proof: 'renamed field' as const } : {}),
      ...(renamed ||
      (!/^[\d.]+$/.test(value) &&
        (STEERING.test(name) || !/\s/.test(value) || !/\s/.test(original?.value ?? '')) &&
        !isText(original?.value))
        ? {}
        : { severity: 'warn' }),
    };
  }
}

import type { Language } from '../languages/types.ts';
import { isLanguage, withMarkedLanguage, withoutLanguage } from './link-language.ts';

/**
 * A block, normalized for comparison: the language without the meta of the fence, and the content without
 * language tags.
 */
export function comparable(value: string, languages: readonly Language[]): string {
  const [head = '', ...lines] = value.split('\n');
  const body = lines
    .map((line) =>
      line
        .trimEnd()
        .replaceAll(/\s*\bdir=(["']?)(?:ltr|rtl)\1/g, '')
        .replaceAll(
          /\s*\b(?:hreflang|lang(?:uage)?|locale)\b["']?\s*[=:]\s*(["']?)([\w-]+)\1/gi,
          (whole, _, code: string) => (isLanguage(code) ? '' : whole),
        )
        .replaceAll(/(?<=["'>])[a-z]{2}(?:[-_][A-Za-z]{2})?(?=["'<])/g, (code) =>
          withMarkedLanguage(code, languages),
        )
        // A key for each language of the readers: `{ fr: 'Accueil' }`.
        .replaceAll(
          /(?<=(?:^[-+]?|[{,])\s*)(["']?)([a-z]{2}(?:-[A-Za-z]{2,4})?)\1(?=:\s)/g,
          (whole, _, code: string) => (isLanguage(code) ? '*' : whole),
        )
        // A path may gain the segment of the language.
        .replaceAll(/(?:https?:\/)?\/[\w.-]+(?:\/[\w.@-]+)*\/?/g, (path) => withoutLanguage(path, languages)),
    )
    .join('\n');
  return `${headOf(head)}\n${body}`;
}

/** An opening fence without its title: the label in ```` ```json Response ```` may be translated. */
function headOf(head: string): string {
  const [first = '', ...meta] = head.split(/\s+/);
  const language = first.replace(/:.*$/, '');
  const kept = meta.filter(
    (word) => /^\{.*\}$|=/.test(word) && !/^(?:title|label|filename|name|header|caption)=/.test(word),
  );
  return [language, ...kept].join(' ');
}

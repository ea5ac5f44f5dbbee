import type { Found } from '../markdown/facts.ts';

// `{{name}}`, `{name}`, `${name}`, `%s`, `%1$s`; what stands in angle brackets is HTML to Markdown.
const PLACEHOLDER =
  /\{\{[^{}\n]*\}\}|\$?\{[^{}\s]+\}|(?<![\d\p{L}\u00A0\u202F ]|^)%(?:\d+\$)?[sdif](?!\p{L})|(?<=[\s\u00A0\u202F(]|^)%(?:\d+\$)?[sdif](?!\p{L})/gu;

/** The placeholders of a prose text. */
export function placeholders(prose: string): Found[] {
  return [...prose.matchAll(PLACEHOLDER)].map((match) => ({
    value: match[0],
    offset: match.index,
    length: match[0].length,
  }));
}

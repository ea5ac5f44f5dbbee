/** A text that is already HTML, and is not escaped again. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** The values in a template: texts are escaped, lists are joined, `undefined` and `false` are ignored. */
export type Content = Html | string | number | false | undefined | readonly Content[];

/** Writes HTML; every value that is not {@link Html} is escaped. Works inside double-quoted attributes too. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  let text = strings[0] ?? '';
  for (const [i, value] of values.entries()) text += written(value) + (strings[i + 1] ?? '');
  return new Html(text);
}

/** Marks a text as HTML. Only for text made by this package. */
export const raw = (text: string): Html => new Html(text);

/** Escapes a text for HTML and for double-quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (mark) => entities[mark] ?? mark);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function written(value: Content): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(written).join('');
  return escapeHtml(String(value));
}

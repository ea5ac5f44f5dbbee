import { decodeEntities, OBJECT } from './block.ts';
import type { Found } from './types.ts';

/** An HTML tag, an MDX component tag, or text between tags. */
export type HtmlToken = Tag | { type: 'text'; value: string; offset: number };

/** A tag with its attributes. */
export interface Tag {
  type: 'tag';
  name: string;
  closing: boolean;
  attributes: Attribute[];
  raw: string;
  offset: number;
}

/** An attribute of a tag; `value` is empty if it has none. */
export interface Attribute {
  name: string;
  value: string;
  offset: number;
}

const TAG =
  /<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<![A-Z][^>]*>|<(\/?)([A-Za-z][\w.:-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|[^\s"'=<>`]+))?)*)\s*\/?>/g;
const ATTRIBUTE =
  /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}|([^\s"'=<>`]+)))?/g;

/** Splits the HTML of a Markdown document into tags and text, without comments. */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let end = 0;
  const text = (until: number) => {
    if (until > end) tokens.push({ type: 'text', value: html.slice(end, until), offset: end });
  };
  for (const match of html.matchAll(TAG)) {
    const [raw, slash, name, attributes = ''] = match;
    text(match.index);
    end = match.index + raw.length;
    if (name === undefined) continue;
    const from = match.index + raw.indexOf(name) + name.length;
    tokens.push({
      type: 'tag',
      name,
      closing: slash === '/',
      attributes: [...attributes.matchAll(ATTRIBUTE)].map((found) => {
        const value = found[2] ?? found[3] ?? found[4] ?? found[5] ?? '';
        return { name: found[1] ?? '', value, offset: from + found.index + found[0].indexOf(value) };
      }),
      raw,
      offset: match.index,
    });
  }
  text(html.length);
  return tokens;
}

const ELEMENTS = new Set(
  `a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption center cite code col
  colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form h1 h2
  h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark menu meta meter
  nav noscript object ol optgroup option output p param path picture pre progress q rp rt ruby s samp script search
  section select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot
  th thead time title tr track tt u ul var video wbr`.split(/\s+/),
);

/** Whether a tag is an HTML element or a component, not a placeholder such as `<id>` or `<YOUR-KEY>`. */
export function isElement(name: string): boolean {
  return ELEMENTS.has(name.toLowerCase()) || /^[A-Z].*[a-z]/.test(name) || name.includes('.');
}

/** A tag without the attributes that may be translated. */
export function shapeOfTag({ name, closing, attributes, raw }: Tag): string {
  const kept = attributes
    .filter((attribute) => /^(?:id|class|type)$/.test(attribute.name))
    .map((attribute) => ` ${attribute.name}="${decodeEntities(attribute.value)}"`);
  const empty = /^[A-Z]/.test(name) && attributes.length === 0 && raw.endsWith('/>') ? ' /' : '';
  return `<${closing ? '/' : ''}${name}${kept.join('')}${empty}>`;
}

/** Attributes whose value is shown to readers and may be translated. */
export const READ_ATTRIBUTES: ReadonlySet<string> = new Set(
  'alt title label aria-label caption placeholder summary description text heading content tooltip'.split(
    ' ',
  ),
);

const INLINE = new Set(
  'a abbr b bdi bdo cite del dfn em font i ins mark q s small span strong sub sup time u var wbr'.split(' '),
);

/** Whether a tag separates the words before and after it. */
export function separates(name: string): boolean {
  return !INLINE.has(name.toLowerCase());
}

/** Tags that translators add: explanations of a word, and anchors with the source's heading id. */
export function isNote({ name, closing, attributes }: Tag): boolean {
  if (/^(?:abbr|dfn|ruby|rt|rp)$/.test(name)) return true;
  if (/^(?:div|a|span)$/.test(name))
    return (
      closing ||
      (attributes.length > 0 &&
        attributes.every((attribute) => /^(?:id|name|lang|dir|markdown)$/.test(attribute.name)))
    );
  return false;
}

/** Whether a component shows what a program says: `<ConsoleBlock>`, `<Terminal>`. */
export const isOutput = (name: string) => /^(?:Console|Terminal|Output|Log|Shell)/.test(name);

/** Whether an element contains code. */
export function isCode(name: string): boolean {
  return /^(?:code|kbd|samp|pre|tt)$/.test(name);
}

/** The Markdown code spans between HTML tags, and the HTML without them. */
export function codeSpans(html: string): { prose: string; spans: Found[] } {
  const spans: Found[] = [];
  // A fence is a code block, and a backtick after a brace begins a JavaScript template.
  if (html.includes('```')) return { prose: html, spans };
  const shown = html.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replaceAll('`', ' '));
  const prose = shown.replaceAll(
    /([={]\s*)?(`+)([^`\n]+)\2/g,
    (whole: string, brace: string | undefined, _, value: string, offset: number) => {
      if (brace !== undefined) return whole;
      spans.push({ value, offset, length: whole.length });
      return OBJECT.repeat(whole.length);
    },
  );
  return { prose, spans };
}

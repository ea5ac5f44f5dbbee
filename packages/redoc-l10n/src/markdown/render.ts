import { Marked, type Tokens } from 'marked';
import sanitize from 'sanitize-html';
import { escapeHtml } from '../html.ts';
import type { Words } from '../languages.ts';
import { keepOptions } from './code-html.ts';
import { codeBlock } from './highlight.ts';

/** The context for rendering Markdown on a page. */
export interface MarkdownContext {
  words: Words;
  /** Rewrites a link for the page. */
  link(href: string): string;
}

/**
 * Markdown as HTML. HTML inside it is cleaned: scripts, styles and event handlers are left out.
 *
 * @param depth how far headings are moved down: with 2, `#` becomes `<h3>`.
 */
export function renderMarkdown(markdown: string | undefined, context: MarkdownContext, depth = 0): string {
  if (!markdown) return '';
  let unsafe = false;
  const marked = parser(context, depth, () => {
    unsafe = true;
  });
  const html = marked.parse(markdown, { async: false });
  return unsafe ? clean(html) : html;
}

/** Markdown of one line, without a paragraph around it. */
export function renderInline(markdown: string, context: MarkdownContext): string {
  let unsafe = false;
  const marked = parser(context, 0, () => {
    unsafe = true;
  });
  const html = marked.parseInline(markdown, { async: false });
  return unsafe ? clean(html) : html;
}

/** The plain text of Markdown, on one line. */
export function plainText(markdown: string | undefined): string {
  if (!markdown) return '';
  return plainParser
    .parse(markdown, { async: false })
    .replace(/<\/?(?:a|code|del|em|strong)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Writes a table as a text: a dot between its cells, and something like a sentence for each row. */
const plainParser = new Marked({
  renderer: {
    table({ header, rows }) {
      return [header, ...rows]
        .map((cells) => {
          const texts = cells
            .map(({ tokens }) => this.parser.parseInline(tokens))
            .filter((text) => !isNoValue(text));
          const row = texts.join(' · ');
          return /[\p{L}\p{N})\]"'`>]$/u.test(row) ? `${row};\n` : `${row}\n`;
        })
        .join('');
    },
  },
});

/** Whether a cell says that there is nothing. */
const isNoValue = (text: string): boolean => /^[-–—]?$/.test(text);

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The first paragraph of Markdown, and what follows it. */
export function firstParagraph(markdown: string): [first: string, rest: string] {
  const text = markdown.trim();
  if (/^(?:#|```|\||[-*+] |\d+\. |>)/.test(text)) return ['', text];
  const [, first = text, rest = ''] = /^([\s\S]*?)\n\s*\n([\s\S]*)$/.exec(text) ?? [];
  return [first, rest];
}

function parser({ words, link }: MarkdownContext, depth: number, onHtml: () => void): Marked {
  const marked = new Marked();
  marked.use({
    renderer: {
      heading({ tokens, depth: level }) {
        const tag = `h${Math.min(6, level + depth)}`;
        return `<${tag}>${this.parser.parseInline(tokens)}</${tag}>\n`;
      },
      codespan: ({ text }: Tokens.Codespan) => `<code>${keepOptions(escapeHtml(text))}</code>`,
      code: ({ text, lang }: Tokens.Code) => `${codeBlock(text, lang ?? '', words)}\n`,
      link({ href, title, tokens }) {
        const titled = title ? ` title="${escapeHtml(title)}"` : '';
        return `<a href="${escapeHtml(safeAddress(link(href)))}"${titled}>${this.parser.parseInline(tokens)}</a>`;
      },
      image: ({ href, text }) =>
        /^(?:https?:)?\/\//.test(href)
          ? `<a href="${escapeHtml(safeAddress(href))}">${escapeHtml(text || href)}</a>`
          : `<img src="${escapeHtml(safeAddress(link(href)))}" alt="${escapeHtml(text)}" loading="lazy">`,
      html({ text }: Tokens.HTML | Tokens.Tag) {
        onHtml();
        return text;
      },
      table(token) {
        const row = (cells: Tokens.TableCell[], tag: string) =>
          `<tr>${cells
            .map(({ tokens, align }, i) => {
              const text = this.parser.parseInline(tokens);
              const isEmpty = tag === 'td' && i > 0 && isNoValue(text);
              const classes = [align && `align-${align}`, isEmpty && 'none'].filter(Boolean).join(' ');
              // In a narrow window, cells stand one below the other; those after the second need their label.
              const name = tag === 'td' && i > 1 && !isEmpty ? plainText(token.header[i]?.text) : '';
              const label = name === '' ? '' : ` data-label="${escapeHtml(name + words.colon)}"`;
              return `<${tag}${classes && ` class="${classes}"`}${label}>${text}</${tag}>`;
            })
            .join('')}</tr>`;
        const body = token.rows.map((cells) => row(cells, 'td')).join('');
        return `<div class="table" tabindex="0"><table><thead>${row(token.header, 'th')}</thead><tbody>${body}</tbody></table></div>\n`;
      },
    },
  });
  return marked;
}

/** A URL that does not run a script. */
const safeAddress = (href: string): string => (/^\s*(?:javascript|data|vbscript):/i.test(href) ? '#' : href);

function clean(html: string): string {
  return sanitize(html, {
    allowedTags: [...sanitize.defaults.allowedTags, 'img', 'button', 'details', 'summary', 'del', 'input'],
    // Images from other sites would cause requests to them.
    allowedSchemesByTag: { img: ['data'] },
    allowedAttributes: {
      '*': ['class', 'id', 'dir', 'lang', 'title', 'align', 'data-*', 'aria-label', 'role', 'tabindex'],
      a: ['href', 'title'],
      img: ['src', 'alt', 'width', 'height', 'loading'],
      button: ['type'],
      input: ['type', 'disabled', 'checked'],
      details: ['open'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan', 'scope'],
    },
  });
}

/** Rewrites the links of Markdown for where it is published, except in code. */
export function relink(markdown: string, link: (href: string) => string): string {
  return markdown
    .split(/(^(?:```|~~~)[\s\S]*?^(?:```|~~~)\s*$)/m)
    .map((part, i) =>
      i % 2 === 1 ? part : part.replace(/\]\(([^()\s]+)\)/g, (_, href: string) => `](${link(href)})`),
    )
    .join('');
}

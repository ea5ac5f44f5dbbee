import { Lexer } from 'marked';
import { type Html, html, raw } from '../html.ts';
import { type MarkdownContext, plainText, renderInline, renderMarkdown } from '../markdown/render.ts';
import type { MenuEntry } from '../page/page.ts';
import { slug } from '../reference/sections.ts';
import { encodeAnchor } from '../render/parts.ts';
import { markdownEntries } from '../search/entries.ts';
import type { SearchEntry } from '../search/find.ts';

/** A Markdown file as the main part of a page. */
export interface MarkdownPage {
  title: string;
  description: string;
  main: Html;
  menu: MenuEntry[];
  search: SearchEntry[];
  /** The anchors of its headings, in order, which translations reuse. */
  anchors: string[];
}

interface Part {
  id: string;
  title: string;
  level: number;
  markdown: string;
}

/**
 * Renders a Markdown file; its headings of the second and third level can be linked to.
 *
 * @param anchors the anchors of the page that this one is a translation of, heading by heading.
 */
export function renderMarkdownPage(
  markdown: string,
  path: string,
  context: MarkdownContext,
  anchors: readonly string[] | undefined,
): MarkdownPage {
  const parts = cut(markdown, anchors);
  // Something may precede the title, such as the path to the page.
  const titled = parts.findIndex((part) => part.level === 1 && part.title !== '');
  const title = plainText(parts[titled]?.title);
  const main = html`${parts.map((part) => renderPart(part, context))}`;
  const linked = parts.filter(({ level }) => level > 1);
  return {
    title,
    description: descriptionOf(parts.slice(Math.max(0, titled))) || title,
    main,
    menu: linked
      .filter(({ level }) => level === 2)
      .map(({ id, title: name }) => ({ id, title: plainText(name) })),
    search: markdownEntries(
      title,
      path,
      parts
        .slice(Math.max(0, titled))
        .map((part) => ({ ...part, id: part.level === 1 ? '' : part.id, title: plainText(part.title) })),
    ),
    anchors: linked.map(({ id }) => id),
  };
}

/** The first paragraph with text, for search engines. */
function descriptionOf(parts: readonly Part[]): string {
  const first = parts.find(({ markdown }) => plainText(markdown) !== '');
  return plainText(first?.markdown.trim().split(/\n\s*\n/)[0]).slice(0, 300);
}

function cut(markdown: string, anchors: readonly string[] | undefined): Part[] {
  const parts: Part[] = [];
  const taken = new Set<string>();
  let position = 0;
  for (const token of new Lexer().lex(markdown)) {
    if (token.type === 'heading' && token.depth <= 3) {
      const given = token.depth > 1 ? anchors?.[position++] : undefined;
      const id = given ?? unique(slug(plainText(token.text)), taken);
      parts.push({ id, title: token.text, level: token.depth, markdown: '' });
    } else {
      let last = parts.at(-1);
      if (!last) {
        last = { id: '', title: '', level: 1, markdown: '' };
        parts.push(last);
      }
      last.markdown += token.raw;
    }
  }
  return parts;
}

function unique(id: string, taken: Set<string>): string {
  let free = id;
  for (let count = 2; taken.has(free); count++) free = `${id}-${count}`;
  taken.add(free);
  return free;
}

function renderPart({ id, title, level, markdown }: Part, context: MarkdownContext): Html {
  const text = raw(renderInline(title, context));
  const label = context.words.linkTo.replace('{title}', plainText(title));
  const mark = html` <a class="anchor" href="#${encodeAnchor(id)}" aria-label="${label}">#</a>`;
  const heading =
    title === ''
      ? ''
      : level === 1
        ? html`<h1>${text}</h1>`
        : level === 2
          ? html`<h2 id="${id}">${text}${mark}</h2>`
          : html`<h3 id="${id}">${text}${mark}</h3>`;
  return html`${heading}${raw(renderMarkdown(markdown, context))}`;
}

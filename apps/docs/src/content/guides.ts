import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Marked } from 'marked';
import type { Page } from '../page/shell.ts';
import type { Contract, Language } from './contract.ts';
import { headingsOf } from './headings.ts';
import { fillIn } from './placeholders.ts';
import { words } from './words.ts';

/** The guide pages of one language, in the order of their file names (`1-getting-started.md` comes first). */
export function guidePages(
  folder: string,
  language: Language,
  contract: Contract,
  english: readonly Page[],
): Page[] {
  return readdirSync(join(folder, language))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name, i) => {
      const markdown = fillIn(
        readFileSync(join(folder, language, name), 'utf8'),
        language,
        contract,
        `content/${language}/${name}`,
      );
      const ids = english[i]?.headings.map(({ id }) => id);
      const html = toHtml(markdown, language, ids);
      const [, title = name] = /^# (.+)$/m.exec(markdown) ?? [];
      return {
        language,
        path: `${name.replace(/^\d+-|\.md$/g, '')}/`,
        title,
        description: descriptionOf(markdown).replaceAll('"', '&quot;'),
        html,
        markdown,
        headings: headingsOf(html),
      };
    });
}

/** The first paragraph of a guide, without marks: what a search engine shows of the page. */
export function descriptionOf(markdown: string): string {
  const [, paragraph = ''] = /^# .+\n+([^\n]+)/m.exec(markdown) ?? [];
  return paragraph.replace(/[`*]|\]\([^)]*\)|\[/g, '');
}

/** A translated page takes the anchors of the original, heading by heading. */
function toHtml(markdown: string, language: Language, ids: readonly string[] | undefined): string {
  const text = words[language];
  const marked = new Marked();
  let heading = 0;
  marked.use({
    tokenizer: {
      // A link is written as one: `503@0.1` is no address.
      url: () => undefined,
    },
    renderer: {
      heading({ tokens, depth, text: raw }) {
        const id = depth === 2 ? (ids?.[heading++] ?? slug(raw)) : undefined;
        return `<h${depth}${id ? ` id="${id}"` : ''}>${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      code({ text: source, lang }) {
        const code = source.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
        return `<div class="copyable"><button type="button" class="copy" data-copied="${text.copied}">${text.copy}</button><pre tabindex="0" role="group" aria-label="${text.code}"><code data-language="${lang ?? ''}">${code}\n</code></pre></div>\n`;
      },
    },
  });
  return marked
    .parse(markdown, { async: false })
    .replace(/<table>.*?<\/table>/gs, '<div class="table">$&</div>');
}

const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

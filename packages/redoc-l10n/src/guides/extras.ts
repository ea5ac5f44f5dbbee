import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from 'openapi-l10n';
import { type ExtraPages, textIn } from '../config.ts';
import type { Words } from '../languages.ts';
import { relink } from '../markdown/render.ts';
import type { Page } from '../page/page.ts';
import { renderMarkdownPage } from './markdown-page.ts';

/**
 * The pages of a folder of Markdown in one language, such as the output of typedoc. Links between its files become links
 * between their pages.
 *
 * @throws {InputError} when the folder is missing or has no `index.md`.
 */
export function readExtra(extra: ExtraPages, language: string, words: Words): Page[] {
  if (!existsSync(join(extra.folder, 'index.md')))
    throw new InputError(`${extra.folder}: there is no index.md`, { expected: 'a folder of Markdown files' });
  const files = readdirSync(extra.folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.md'))
    .sort();
  const pages = files.map((name): Page => {
    const path = pathOf(extra.path, name);
    const markdown = readFileSync(join(extra.folder, name), 'utf8');
    const context = { words, link: (href: string) => linkBetween(extra.path, name, href) };
    const { anchors, ...page } = renderMarkdownPage(markdown, path, context, undefined);
    const title = page.title || (textIn(extra.title, language) ?? extra.path);
    return {
      ...page,
      path,
      kind: 'extra',
      title,
      markdown: relink(markdown, context.link),
      ...(extra.language === language ? {} : { language: extra.language }),
    };
  });
  return pages.map((page) => {
    const same = pages.filter(({ title }) => title === page.title);
    return same.length === 1 ? page : { ...page, title: `${page.title} (${ownPart(page, same)})` };
  });
}

/** The folders that tell a page from others with the same title. */
function ownPart({ path }: Page, same: readonly Page[]): string {
  const parts = path.split('/').slice(0, -2);
  const others = same.map((one) => one.path.split('/'));
  const start = parts.findIndex((part, i) => others.some((other) => other[i] !== part));
  return parts.slice(start).join('/');
}

/** `classes/Error.md` is the page `<base>/classes/Error/`. */
const pathOf = (base: string, name: string): string =>
  `${base}/${name.replace(/(?:^|(?<=\/))(?:index|README)\.md$/, '').replace(/\.md$/, '/')}`;

/** Turns a link between files into a link between pages. */
function linkBetween(base: string, from: string, href: string): string {
  if (!/^[^:#?]+\.md(?:#.*)?$/.test(href)) return href;
  const [file = '', hash] = href.split('#');
  const target = new URL(file, `file:///${from}`).pathname.slice(1);
  const up = '../'.repeat(pathOf(base, from).split('/').length - 1);
  return `${up}${pathOf(base, target)}${hash === undefined ? '' : `#${hash}`}`;
}

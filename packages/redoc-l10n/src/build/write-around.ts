import { cpSync, createReadStream, createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { assetPath, readAsset, scriptNames } from '../assets.ts';
import type { SiteConfig } from '../config.ts';
import { headerFragment } from '../page/header.ts';
import { chooser, llmsText, notFound, sitemap } from '../page/plain-pages.ts';
import { copiedEntries, copiedPart } from '../search/entries.ts';
import { headerStyleOf } from './frame.ts';
import { bundleMock } from './mock.ts';
import type { PreparedSite } from './prepare.ts';
import { searchPart, type WrittenPage, writeText } from './render-language.ts';

/** Writes everything except the pages of the menu: the root, scripts, search, downloads and lists of pages. */
export async function writeAround(
  config: SiteConfig,
  site: PreparedSite,
  pages: readonly (readonly WrittenPage[])[],
  folder: string,
): Promise<void> {
  const frames = site.languages.map(({ frame }) => frame);
  const [first] = frames;
  if (!first) return;
  const write = (path: string, text: string) => writeText(join(folder, path), text);
  const titles = pages.map((list) => list[0]?.title ?? first.title);
  write('index.html', chooser(frames, titles));
  write('404.html', notFound(frames, readAsset('not-found.js').trim()));
  if (first.siteUrl !== undefined) {
    write(
      'sitemap.xml',
      sitemap(
        first.siteUrl,
        frames.map(({ language }) => language),
        (pages[0] ?? []).map(({ path }) => path),
      ),
    );
    write('robots.txt', `User-agent: *\nAllow: /\nSitemap: ${first.siteUrl}sitemap.xml\n`);
  }
  const sections = frames.map(({ words, language }, i) => ({
    name: words.name,
    pages: (pages[i] ?? []).map((page) => ({ ...page, path: `${language}/${page.path}` })),
  }));
  write(
    'llms.txt',
    llmsText(first.title, pages[0]?.[0]?.description ?? '', first.siteUrl ?? '', sections, first.downloads),
  );
  for (const [i, { language }] of frames.entries()) {
    const copied = copiedEntries(config, language);
    const parts = (pages[i] ?? []).map(({ path }) => searchPart(path));
    write(
      `${language}/search/index.json`,
      JSON.stringify(copied.length > 0 ? [...parts, copiedPart] : parts),
    );
    if (copied.length > 0) write(`${language}/search/${copiedPart}`, JSON.stringify(copied));
  }
  await writeFullText(
    folder,
    sections.flatMap((section) => section.pages.map(({ path }) => path)),
  );
  for (const name of scriptNames()) cpSync(assetPath(name), join(folder, 'assets', name));
  write('assets/site-header.css', headerStyleOf(config));
  for (const frame of frames) write(`${frame.language}/header.html`, headerFragment(frame));
  write('assets/icon.svg', iconOf(first.logo));
  for (const { name, content } of site.downloads) {
    if ('file' in content) cpSync(content.file, mkdirFor(join(folder, 'downloads', name)));
  }
  if (config.image !== undefined) cpSync(config.image, mkdirFor(join(folder, 'assets/social.png')));
  if (config.console !== false)
    writeFileSync(join(folder, 'assets/mock.js'), await bundleMock(config.console?.mock));
  for (const { from, to } of config.copy ?? []) cpSync(from, mkdirFor(join(folder, to)), { recursive: true });
}

/** The path of a file, creating its folder. */
function mkdirFor(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  return path;
}

/** All pages as Markdown in one file, copied page by page: it may be large. */
async function writeFullText(folder: string, paths: readonly string[]): Promise<void> {
  for (const [i, path] of paths.entries())
    await pipeline(
      createReadStream(join(folder, path, 'index.md')),
      createWriteStream(join(folder, 'llms-full.txt'), { flags: i === 0 ? 'w' : 'a' }),
    );
}

/** The logo of the site as a separate file. */
const iconOf = (logo: string): string =>
  logo.includes('xmlns=')
    ? logo
    : logo.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg" fill="#3b6ef0"');

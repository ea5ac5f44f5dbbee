/** Builds the site into dist/. SITE_URL is the address it will have; links inside the site do not depend on it. */
import '../src/redoc/production.ts';
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contractFile, languages } from '../src/content/contract.ts';
import { searchEntries } from '../src/content/headings.ts';
import { bundle } from '../src/page/bundle.ts';
import { externalLinks } from '../src/page/external-links.ts';
import { readFirstPaint } from '../src/page/first-paint.ts';
import { logo } from '../src/page/icons.ts';
import { chooser, llmsText, notFound, sitemap } from '../src/page/plain-pages.ts';
import { documentOf } from '../src/page/shell.ts';
import { buildPages } from '../src/page/site.ts';

const siteUrl = process.env.SITE_URL ?? 'https://session-series.github.io/session-series/';
const room = fileURLToPath(new URL('..', import.meta.url));
const out = join(room, 'dist.new');
rmSync(out, { recursive: true, force: true });
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), text);
};

const { pages, css, repository } = await buildPages(room);
const firstPaint = await readFirstPaint(room);
for (const page of pages) {
  const folder = `${page.language}/${page.path}`;
  write(`${folder}index.html`, documentOf(page, { siteUrl, pages, repository, firstPaint }));
  write(`${folder}index.md`, page.markdown);
}
for (const language of languages)
  write(
    `${language}/search.json`,
    JSON.stringify(pages.filter((page) => page.language === language).flatMap(searchEntries)),
  );
const titleOf = (language: string) =>
  pages.find((page) => page.language === language && page.path === '')?.title ?? '';
write('index.html', chooser(siteUrl, { en: titleOf('en'), fr: titleOf('fr') }, firstPaint));
write('404.html', notFound(siteUrl, firstPaint, await bundle(room, 'not-found', 'es')));
write('sitemap.xml', sitemap(siteUrl, pages));
write('robots.txt', `User-agent: *\nAllow: /\nSitemap: ${siteUrl}sitemap.xml\n`);
write('llms.txt', llmsText(siteUrl, pages));
write('assets/reference.css', css);
write('assets/icon.svg', logo.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" fill="#3b6ef0" '));
write('assets/chooser.js', await bundle(room, 'chooser'));
write('assets/page.js', await bundle(room, 'page', 'es'));
write('links.txt', externalLinks(pages));
mkdirSync(join(out, 'downloads'), { recursive: true });
for (const name of [
  ...languages.flatMap((language) => [`openapi.${language}.yaml`, `openapi.${language}.json`]),
  'fr.overlay.yaml',
  'postman_collection.json',
])
  cpSync(contractFile(name), join(out, 'downloads', name));
// The demo answers from inside the browser, so it needs no more than its files; the client's reference is made by its build.
const folder = (packageFile: string) => dirname(fileURLToPath(packageFile));
const demo = folder(import.meta.resolve('@session-series/demo/package.json'));
const client = folder(import.meta.resolve('@session-series/client/package.json'));
cpSync(join(demo, 'dist'), join(out, 'demo'), { recursive: true });
cpSync(join(client, 'dist/reference'), join(out, 'client-reference'), { recursive: true });

rmSync(join(room, 'dist'), { recursive: true, force: true });
renameSync(out, join(room, 'dist'));

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { firstOperation, type Language, languages, readContract } from '../content/contract.ts';
import { guidePages } from '../content/guides.ts';
import { headingsOf } from '../content/headings.ts';
import { exampleQuery } from '../content/placeholders.ts';
import { referenceMarkdown } from '../content/reference-markdown.ts';
import { words } from '../content/words.ts';
import { anchorsOf, shareAnchors } from '../redoc/anchors.ts';
import { interfaceKeys } from '../redoc/interface-keys.ts';
import { assertFrench } from '../redoc/interface-language.ts';
import { patchedRedoc, publishedRedoc } from '../redoc/patched-redoc.ts';
import { loadRedoc } from '../redoc/prerender.ts';
import { renderReference } from '../redoc/reference.ts';
import { resetTabIds } from '../redoc/tabs.ts';
import { usedClasses, usedStyles } from '../redoc/used-styles.ts';
import type { Page } from './shell.ts';
import { shortenCss } from './shorten-css.ts';

/** All pages of the site in all languages, and the style sheet that Redoc's part of them needs. */
export async function buildPages(room: string) {
  const published = publishedRedoc();
  assertFrench(interfaceKeys(published));
  const module = join(room, 'generated/redoc.js');
  mkdirSync(join(room, 'generated'), { recursive: true });
  writeFileSync(module, patchedRedoc(published));
  const redoc = await loadRedoc(pathToFileURL(module).href);

  const pages: Page[] = [];
  let anchors: string[] | undefined;
  for (const language of languages) {
    resetTabIds();
    const contract = readContract(language);
    const raw = await renderReference(redoc, contract, language);
    anchors ??= anchorsOf(raw);
    const html = withTryIt(shareAnchors(raw, anchors), language, exampleQuery(contract));
    pages.push({
      language,
      path: '',
      title: contract.info.title,
      description: contract.info.summary.replaceAll('"', '&quot;'),
      html,
      markdown: referenceMarkdown(contract, language),
      headings: headingsOf(html),
    });
    const english = pages.filter((page) => page.language === 'en' && page.path !== '');
    pages.push(...guidePages(join(room, 'content'), language, contract, english));
  }
  const style = (name: string) => readFileSync(join(room, 'src/styles', name), 'utf8');
  const redocStyle = usedStyles(redoc.styles(), pages.map(({ html }) => html).join(''));
  const css = redocStyle + shortenCss(style('reference.css'));
  for (const page of pages) if (page.path === '') page.html = usedClasses(page.html, css + style('site.css'));
  return { pages, css, repository: readContract('en').info.contact.url };
}

/** Puts the link to the demo below the operation's title: the same request, answered in the browser. */
function withTryIt(html: string, language: Language, query: URLSearchParams): string {
  const summary = firstOperation(readContract(language)).operation.summary;
  const link = new URLSearchParams({ lang: language });
  for (const [name, value] of query) link.set(name, value);
  const title = html.lastIndexOf(`${summary}</h2>`);
  if (title < 0)
    throw new Error(`The reference has no heading \`${summary}\` to put the link to the demo below.`);
  const end = title + summary.length + '</h2>'.length;
  return `${html.slice(0, end)}<a class="try" href="../demo/?${link.toString().replaceAll('&', '&amp;')}">${words[language].tryIt}</a>${html.slice(end)}`;
}

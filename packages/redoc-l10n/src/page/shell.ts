import { type Html, html, raw } from '../html.ts';
import { encodeAnchor } from '../render/parts.ts';
import { head } from './head.ts';
import { menuIcon, themeIcon } from './icons.ts';
import { type Page, upFrom } from './page.ts';
import type { ConsoleFrame, LanguageLink, SiteFrame } from './site.ts';

/** The whole HTML document of a page. All addresses are relative, so that the site works under any path. */
export function documentOf(page: Page, site: SiteFrame): string {
  const { language, words, languages } = site;
  const { path } = page;
  const home = upFrom(path);
  const up = `${home}../`;
  const direction = languages.find(({ tag }) => tag === language)?.direction ?? 'ltr';
  const title = path === '' ? titleOf(page.title, words.reference) : `${page.title} · ${site.title}`;
  const own = page.language !== undefined && page.language !== language;
  const text = html`<!doctype html>
<html lang="${language}" dir="${direction}" id="top" data-root="${up}" data-page="${path}">
${head({ up, title, description: page.description, firstPaint: site.firstPaint, more: headLinks(page, title, site, up) })}<body>
<a class="skip" href="#content">${words.skip}</a>
<header class="site">
<details class="fold"><summary aria-label="${words.menu}">${raw(menuIcon)}</summary></details>
<a class="brand" href="${home || './'}"><span class="logo">${raw(site.logo)}</span><span>${site.title}</span></a>
${siteLinks(site, home, path)}${search(site)}${languageSwitch(site, path, up)}<button type="button" class="theme" aria-label="${words.theme}" title="${words.theme}">${raw(themeIcon)}</button>
</header>
<div class="columns">
<nav class="menu" aria-label="${words.menu}">${menu(page, site, home)}</nav>
<main id="content" class="${page.kind}"${own && html` lang="${page.language}" dir="ltr"`}>${page.main}${page.kind === 'guide' && neighbours(page, site, home)}</main>
</div>
<footer class="site">${site.footer !== '' && html`<p>${raw(site.footer)}</p>`}<nav aria-label="${words.downloads}"><strong>${words.downloads}</strong> ${site.downloads.map(({ label, file }) => html`<a href="${up}downloads/${file}" download>${label}</a> `)}<a href="${up}llms.txt">llms.txt</a> <a href="index.md">${words.thisPage}</a></nav></footer>
${
  site.console &&
  page.kind === 'reference' &&
  html`<script type="application/json" id="console">${raw(JSON.stringify({ ...consoleSettings(site.console), words: consoleWords(site) }).replaceAll('<', '\\u003c'))}</script>
`
}</body>
</html>
`;
  return text.text;
}

/** A title that says that it is of an API, without saying it twice. */
const titleOf = (title: string, kind: string): string =>
  title.includes(kind) ? title : `${title} · ${kind}`;

function headLinks(page: Page, title: string, site: SiteFrame, up: string): Html {
  const { siteUrl, languages, language } = site;
  const at = (tag: string) => `${siteUrl ?? up}${tag}/${page.path}`;
  const alternates = languages.map(
    ({ tag }) => html`<link rel="alternate" hreflang="${tag}" href="${at(tag)}">\n`,
  );
  const property = (name: string, content: string) => html`<meta property="${name}" content="${content}">\n`;
  const absolute =
    siteUrl !== undefined &&
    html`<link rel="canonical" href="${at(language)}">
${alternates}<link rel="alternate" hreflang="x-default" href="${siteUrl}">
${property('og:url', at(language))}${site.image && property('og:image', `${siteUrl}assets/social.png`)}`;
  return html`<script src="${up}assets/page.js" type="module"></script>
<link rel="alternate" type="text/markdown" href="index.md" title="Markdown">
${absolute}${property('og:type', 'website')}${property('og:title', title)}${property('og:description', page.description)}${property('og:site_name', site.title)}${languages.map(({ tag, locale }) => property(tag === language ? 'og:locale' : 'og:locale:alternate', locale))}`;
}

function siteLinks({ links, words }: SiteFrame, home: string, path: string): Html | undefined {
  if (links.length === 0) return undefined;
  return html`<nav class="site-links" aria-label="${words.site}">${links.map((link) => html`<a href="${hrefFrom(home, link.href)}"${isUnder(link.href, path) && html` aria-current="true"`}>${link.label}</a>`)}</nav>`;
}

const hrefFrom = (home: string, href: string): string => (/^[a-z]+:/.test(href) ? href : home + href || './');

/** Whether a page is the one that a link leads to, or below it. */
const isUnder = (href: string, path: string): boolean =>
  href === '' || href === './' ? path === '' : path.startsWith(href);

function search({ words, languages, language }: SiteFrame): Html {
  const forms = Object.entries(words).flatMap(([key, text]) => {
    const [, category] = /^searchCount\.(\w+)$/.exec(key) ?? [];
    return category ? html` data-${category}="${text}"` : [];
  });
  return html`<div class="search" role="search"><label class="visually-hidden" for="search">${words.search}</label><input id="search" type="search" placeholder="${words.searchHint}" autocomplete="off" aria-controls="results" aria-keyshortcuts="/ Control+K"><kbd aria-hidden="true">Ctrl K</kbd><ul id="results" aria-label="${words.search}" hidden></ul><p class="visually-hidden" role="status" id="result-count" data-none="${words.searchNone}" data-failed="${words.searchFailed}"${forms}></p></div>${languages.length === 1 && html`<span class="one-language" lang="${language}"></span>`}`;
}

/** A link to the other language when there are two, a list when there are more. */
function languageSwitch(
  { language, languages, words }: SiteFrame,
  path: string,
  up: string,
): Html | undefined {
  const others = languages.filter(({ tag }) => tag !== language);
  const link = ({ tag, name }: LanguageLink) =>
    html`<a class="language" href="${up}${tag}/${path}" hreflang="${tag}" lang="${tag}" data-language="${tag}">${name}</a>`;
  const [only] = others;
  if (!only) return undefined;
  if (others.length === 1) return link(only);
  const own = languages.find(({ tag }) => tag === language)?.name ?? language;
  return html`<details class="languages"><summary aria-label="${words.language}${words.colon} ${own}">${own}</summary><ul>${others.map((one) => html`<li>${link(one)}</li>`)}</ul></details>`;
}

/** The guides, then the reference; the page that is shown has its headings below it. */
function menu(page: Page, site: SiteFrame, home: string): Html {
  const { words } = site;
  const item = ({ path, title }: SiteFrame['pages'][number]) => {
    const here = path === page.path;
    const below =
      here &&
      page.menu.length > 0 &&
      html`<ul>${page.menu.map(({ id, title: name, method }) => html`<li><a href="#${encodeAnchor(id)}">${method !== undefined && html`<span class="method ${method.toLowerCase()}">${method}</span> `}${name}</a></li>`)}</ul>`;
    return html`<li><a href="${home + path || './'}"${here && html` aria-current="page"`}>${title}</a>${below}</li>`;
  };
  const list = (title: string, kind: Page['kind']) => {
    const pages = site.pages.filter((one) => one.kind === kind);
    return pages.length > 0 && html`<p>${title}</p><ul>${pages.map(item)}</ul>`;
  };
  const extra =
    page.kind === 'extra' && page.menu.length > 0
      ? html`<p>${page.title}</p><ul>${page.menu.map(({ id, title }) => html`<li><a href="#${encodeAnchor(id)}">${title}</a></li>`)}</ul>`
      : '';
  return html`<div>${siteLinks(site, home, page.path)}${extra}${list(words.reference, 'reference')}${list(words.guides, 'guide')}</div>`;
}

/** The guides before and after this one. */
function neighbours(page: Page, { pages, words }: SiteFrame, home: string): Html {
  const guides = pages.filter(({ kind }) => kind === 'guide');
  const at = guides.findIndex(({ path }) => path === page.path);
  const link = (to: (typeof guides)[number] | undefined, label: string, rel: string) =>
    to && html`<a rel="${rel}" href="${home}${to.path}"><small>${label}</small>${to.title}</a>`;
  return html`<nav class="neighbours" aria-label="${words.guides}">${link(guides[at - 1], words.previous, 'prev')}${link(guides[at + 1], words.next, 'next')}</nav>`;
}

const consoleSettings = ({ keyVariable, keyPlaceholder }: ConsoleFrame) => ({ keyVariable, keyPlaceholder });

/** The words that the script of the console shows. */
const consoleWords = ({ words }: SiteFrame): Record<string, string> => ({
  sending: words.sending,
  failed: words.sendFailed,
  got: words.answerGot,
  colon: words.colon,
  copy: words.copy,
  copied: words.copied,
  code: words.code,
});

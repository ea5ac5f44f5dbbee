import { type Html, html, raw } from '../html.ts';
import { breakable, encodeAnchor } from '../render/parts.ts';
import { type Page, upFrom } from './page.ts';
import type { LanguageLink, SiteFrame } from './site.ts';

/** A disc, half dark and half light. */
const themeIcon =
  '<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M12 3a9 9 0 1 0 0 18V3z" fill="currentColor"/><circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2"/></svg>';

/** Three lines. */
const menuIcon =
  '<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M3 6h18M3 12h18M3 18h18" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/></svg>';

/**
 * The header of a page: menu button, name, links, search, languages and theme.
 *
 * @param path the page's, below the language's folder; `undefined` for an app.
 */
export function headerOf(site: SiteFrame, path?: string): Html {
  const { words } = site;
  const home = upFrom(path ?? '');
  return html`<header class="site">
<details class="fold"><summary aria-label="${words.menu}">${raw(menuIcon)}</summary></details>
<a class="brand" href="${home || './'}"><span class="logo">${raw(site.logo)}</span><span>${site.title}</span></a>
${siteLinks(site, home, path)}${search(site)}${languageSwitch(site, path ?? '', `${home}../`)}<button type="button" class="theme" aria-label="${words.theme}" title="${words.theme}">${raw(themeIcon)}</button>
</header>`;
}

/** Header and navigation for an app next to the pages. Its links are relative to the language's folder; see `src/browser/site-header.ts`. */
export const headerFragment = (site: SiteFrame): string =>
  html`<div class="frame" lang="${site.language}" dir="${site.words.direction}">${headerOf(site)}
${menuOf(site)}</div>
`.text;

/** The navigation: links, then the reference and the guides; the current page shows its headings. */
export function menuOf(site: SiteFrame, page?: Page): Html {
  const { words } = site;
  const path = page?.path;
  const home = upFrom(path ?? '');
  const item = (one: SiteFrame['pages'][number]) => {
    const here = one.path === path;
    return html`<li><a href="${home + one.path || './'}"${here && html` aria-current="page"`}>${one.title}</a>${here && page !== undefined && headings(page)}</li>`;
  };
  const list = (title: string, kind: Page['kind']) => {
    const pages = site.pages.filter((one) => one.kind === kind);
    return pages.length > 0 && html`<p>${title}</p><ul>${pages.map(item)}</ul>`;
  };
  const own = page?.kind === 'extra' && html`<p>${page.title}</p>${headings(page)}`;
  return html`<nav class="menu" aria-label="${words.menu}"><div>${siteLinks(site, home, path)}${own}${list(words.reference, 'reference')}${list(words.guides, 'guide')}</div></nav>`;
}

const headings = ({ menu }: Page): Html | false =>
  menu.length > 0 &&
  html`<ul>${menu.map(({ id, title, method }) => html`<li><a href="#${encodeAnchor(id)}">${method !== undefined && html`<span class="method ${method.toLowerCase()}">${method}</span> `}${breakable(title)}</a></li>`)}</ul>`;

function siteLinks({ links, words }: SiteFrame, home: string, path: string | undefined): Html | undefined {
  if (links.length === 0) return undefined;
  return html`<nav class="site-links" aria-label="${words.site}">${links.map((link) => html`<a href="${hrefFrom(home, link.href)}"${path !== undefined && isUnder(link.href, path) && html` aria-current="true"`}>${link.label}</a>`)}</nav>`;
}

const hrefFrom = (home: string, href: string): string => (/^[a-z]+:/.test(href) ? href : home + href || './');

/** Whether a page is the target of a link, or below it. */
const isUnder = (href: string, path: string): boolean =>
  href === '' || href === './' ? path === '' : path.startsWith(href);

function search({ words }: SiteFrame): Html {
  const forms = Object.entries(words).flatMap(([key, text]) => {
    const [, category] = /^searchCount\.(\w+)$/.exec(key) ?? [];
    return category ? html` data-${category}="${text}"` : [];
  });
  return html`<div class="search" role="search"><label class="visually-hidden" for="search">${words.search}</label><input id="search" type="search" placeholder="${words.search}" autocomplete="off" aria-controls="results" aria-keyshortcuts="/ Control+K"><kbd aria-hidden="true">Ctrl K</kbd><ul id="results" aria-label="${words.search}" hidden></ul><p class="visually-hidden" role="status" id="result-count" data-none="${words.searchNone}" data-failed="${words.searchFailed}"${forms}></p></div>`;
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

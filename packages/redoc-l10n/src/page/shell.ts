import { type Html, html, raw } from '../html.ts';
import { encodeAnchor } from '../render/parts.ts';
import { head } from './head.ts';
import { headerOf, menuOf } from './header.ts';
import { type Page, upFrom } from './page.ts';
import type { ConsoleFrame, SiteFrame } from './site.ts';

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
<html lang="${language}" dir="${direction}" id="top" data-root="${up}" data-page="${path}"${page.top !== undefined && html` data-top="#${encodeAnchor(page.top)}"`}>
${head({ up, title, description: page.description, firstPaint: site.firstPaint, more: headLinks(page, title, site, up) })}<body>
<a class="skip" href="#content">${words.skip}</a>
${headerOf(site, path)}
<div class="columns">
${menuOf(site, page)}
<main id="content" class="${page.kind}"${own && html` lang="${page.language}" dir="ltr"`}>${page.main}${page.kind === 'guide' && neighbours(page, site, home)}</main>
</div>
<footer class="site">${site.footer !== '' && html`<p>${raw(site.footer)}</p>`}<nav aria-label="${words.downloads}"><strong>${words.downloads}</strong> ${site.downloads.map(({ label, file }) => html`<a href="${up}downloads/${file}" download>${label}</a> `)}<a href="${up}llms.txt">llms.txt</a> <a href="index.md">${words.thisPage}</a></nav></footer>
${
  site.console &&
  page.kind === 'reference' &&
  html`<script type="application/json" id="console">${raw(JSON.stringify({ ...consoleSettings(site.console), words: consoleWords(site) }).replaceAll('<', '\\u003c'))}</script>
`
}<script>${raw(site.firstPaint.whole)}</script>
<script src="${up}assets/page.js" type="module"></script>
</body>
</html>
`;
  return text.text;
}

/** A title that contains “API” exactly once. */
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
  // An empty frame would only delay the first one with content.
  const expected =
    page.firstSample !== undefined &&
    html`<link rel="expect" href="#${encodeAnchor(page.firstSample)}" blocking="render">\n`;
  return html`${expected}<link rel="alternate" type="text/markdown" href="index.md" title="Markdown">
${absolute}${property('og:type', 'website')}${property('og:title', title)}${property('og:description', page.description)}${property('og:site_name', site.title)}${languages.map(({ tag, locale }) => property(tag === language ? 'og:locale' : 'og:locale:alternate', locale))}`;
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

/** The texts for the script of the console. */
const consoleWords = ({ words }: SiteFrame): Record<string, string> => ({
  sending: words.sending,
  unloaded: words.sendUnloaded,
  failed: words.sendFailed,
  got: words.answerGot,
  colon: words.colon,
  copy: words.copy,
  copied: words.copied,
});

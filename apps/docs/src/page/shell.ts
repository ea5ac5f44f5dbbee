import { type Language, languages } from '../content/contract.ts';
import { words } from '../content/words.ts';
import type { FirstPaint } from './first-paint.ts';
import { head } from './head.ts';
import { logo, themeIcon } from './icons.ts';

/** One page of the site in one language. */
export interface Page {
  language: Language;
  /** Below the language's folder: '' for the reference, else a folder with a slash at its end. */
  path: string;
  title: string;
  description: string;
  /** The HTML of the main part. */
  html: string;
  /** The page as Markdown, offered as a download and to language models. */
  markdown: string;
  /** The headings that the menu shows below this page. */
  headings: { id: string; text: string; level: number }[];
}

/** What every page of one language shows around its content. */
export interface Surroundings {
  siteUrl: string;
  pages: readonly Page[];
  repository: string;
  firstPaint: FirstPaint;
}

/** The whole HTML document of a page. All addresses are relative, so that the site works under any path. */
export function documentOf(page: Page, around: Surroundings): string {
  const { language, path } = page;
  const text = words[language];
  const other = languages.find((item) => item !== language) ?? language;
  const up = path === '' ? '../' : '../../';
  const at = (of: Language) => `${around.siteUrl}${of}/${path}`;
  const own = around.pages.filter((item) => item.language === language);
  const title = path === '' ? page.title : `${page.title} · ${own[0]?.title}`;
  const links = `<script src="${up}assets/page.js" type="module"></script>
<link rel="canonical" href="${at(language)}">
${languages.map((item) => `<link rel="alternate" hreflang="${item}" href="${at(item)}">`).join('\n')}
<link rel="alternate" hreflang="x-default" href="${around.siteUrl}">
<link rel="alternate" type="text/markdown" href="index.md" title="Markdown">
<meta property="og:type" content="website">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${page.description}">
<meta property="og:url" content="${at(language)}">
<meta property="og:locale" content="${text.locale}">
<meta property="og:locale:alternate" content="${words[other].locale}">
`;
  // The style of the reference comes in the body: what stands above it is painted without waiting for it.
  const style = path === '' ? `<link rel="stylesheet" href="${up}assets/reference.css">\n` : '';
  return `<!doctype html>
<html lang="${language}" id="top" data-root="${up}" data-page="${path}">
${head({ up, title, description: page.description, firstPaint: around.firstPaint, more: links })}<body>
<a class="skip" href="#content">${text.skip}</a>
<header class="site">
<a class="brand" href="${up}${language}/">${logo}<span>session-series</span></a>
<div class="search" role="search"><label class="visually-hidden" for="search">${text.search}</label><input id="search" type="search" placeholder="${text.searchPlaceholder}" autocomplete="off" aria-controls="results" data-none="${text.searchNone}"><ul id="results" aria-label="${text.searchResults}" hidden></ul></div>
<a class="language" href="${up}${other}/${path}" hreflang="${other}" lang="${other}" data-language="${other}">${text.otherLanguage}</a>
<button type="button" class="theme" aria-label="${text.theme}" title="${text.theme}">${themeIcon}</button>
</header>
<div class="columns">
<nav class="menu" aria-label="${text.menu}"><details class="fold"><summary>${text.menu}</summary></details><div>${menu(page, own, up)}</div></nav>
${style}<main id="content" class="${path === '' ? 'reference' : 'guide'}">${page.html}</main>
</div>
<footer class="site">
<p>${text.independent} <a href="${around.repository}">${around.repository.replace('https://', '')}</a></p>
<nav aria-label="${text.downloads}"><strong>${text.downloads}</strong> ${downloads(language, up)}</nav>
</footer>
</body>
</html>
`;
}

/** The guides, the present one with its headings, and the reference, always with its own. */
function menu(page: Page, pages: readonly Page[], up: string): string {
  const text = words[page.language];
  const item = (target: Page, title: string) => {
    const here = target.path === page.path;
    const address = `${up}${page.language}/${target.path}`;
    const headings = target.headings.map(
      ({ id, text: heading }) => `<li><a href="${here ? '' : address}#${id}">${heading}</a></li>`,
    );
    const below = here || target.path === '' ? `<ul>${headings.join('')}</ul>` : '';
    return `<li><a href="${address}"${here ? ' aria-current="page"' : ''}>${title}</a>${below}</li>`;
  };
  const guides = pages.filter(({ path }) => path !== '');
  const reference = pages.filter(({ path }) => path === '');
  return `<p>${text.guides}</p><ul>${guides.map((guide) => item(guide, guide.title)).join('')}</ul><p>${text.reference}</p><ul>${reference.map((target) => item(target, text.home)).join('')}</ul>`;
}

function downloads(language: Language, up: string): string {
  const text = words[language];
  const link = (file: string, label: string) => `<a href="${up}downloads/${file}" download>${label}</a>`;
  return [
    ...languages.flatMap((item) =>
      ['yaml', 'json'].map((kind) =>
        link(`openapi.${item}.${kind}`, `${text.contractIn[item]} (${kind.toUpperCase()})`),
      ),
    ),
    link('fr.overlay.yaml', text.overlay),
    link('postman_collection.json', text.collection),
    `<a href="${up}llms.txt">llms.txt</a>`,
    `<a href="index.md">${text.thisPage}</a>`,
  ].join(' ');
}

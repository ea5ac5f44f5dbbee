import { type Language, languages } from '../content/contract.ts';
import { words } from '../content/words.ts';
import type { FirstPaint } from './first-paint.ts';
import { head } from './head.ts';
import { logo } from './icons.ts';
import type { Page } from './shell.ts';

const opening = '<!doctype html>\n<html lang="en">\n';

/** The root: sends the reader to the page of their language. Without a script it offers both. */
export function chooser(siteUrl: string, titles: Record<Language, string>, firstPaint: FirstPaint): string {
  const alternates = languages
    .map((item) => `<link rel="alternate" hreflang="${item}" href="${siteUrl}${item}/">\n`)
    .join('');
  const title = languages.map((item) => titles[item]).join(' · ');
  const more = `${alternates}<link rel="canonical" href="${siteUrl}">\n<script src="assets/chooser.js"></script>\n`;
  return `${opening}${head({ up: '', title, description: title, firstPaint, more })}<body class="plain">
<main>${logo}<h1>session-series</h1><ul>${languages.map((item) => `<li><a href="${item}/" lang="${item}" hreflang="${item}">${titles[item]}<br><small>${words[item].name}</small></a></li>`).join('')}</ul></main>
</body>
</html>
`;
}

/**
 * The answer to a wrong address, in both languages, since nobody knows which one was wanted.
 *
 * @param findRoot the script that finds where the site stands; without it, the links lead to where it should stand.
 */
export function notFound(siteUrl: string, firstPaint: FirstPaint, findRoot: string): string {
  const base = new URL(siteUrl).pathname;
  const title = languages.map((item) => words[item].notFoundTitle).join(' · ');
  const more = '<meta name="robots" content="noindex">\n';
  const way = (item: Language) => `<li lang="${item}"><p>${words[item].notFound}</p>
<a href="${base}${item}/" hreflang="${item}">${words[item].toDocs}</a></li>
`;
  return `${opening}${head({ up: base, title, description: title, firstPaint, script: findRoot, more })}<body class="plain">
<main>${logo}<h1>404</h1><ul>
${languages.map(way).join('')}</ul></main>
</body>
</html>
`;
}

/** The list of pages for search engines, each with its twin in the other language. */
export function sitemap(siteUrl: string, pages: readonly Page[]): string {
  const entries = pages.map(
    ({ language, path }) =>
      `<url><loc>${siteUrl}${language}/${path}</loc>${languages.map((item) => `<xhtml:link rel="alternate" hreflang="${item}" href="${siteUrl}${item}/${path}"/>`).join('')}</url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`;
}

/** A short guide to the site for language models (llmstxt.org). */
export function llmsText(siteUrl: string, pages: readonly Page[]): string {
  const lines = languages.flatMap((language) => [
    `\n## ${words[language].name}\n`,
    ...pages
      .filter((page) => page.language === language)
      .map(
        ({ path, title, description }) =>
          `- [${title}](${siteUrl}${language}/${path}index.md): ${description}`,
      ),
  ]);
  return `# session-series\n\n> ${pages[0]?.description}\n${lines.join('\n')}\n`;
}

import { html, raw } from '../html.ts';
import type { Words } from '../languages.ts';
import { head } from './head.ts';
import type { SiteFrame } from './site.ts';

/** The root page: redirects readers to their language. Without a script, it lists all languages. */
export function chooser(sites: readonly SiteFrame[], titles: readonly string[]): string {
  const [first] = sites;
  if (!first) return '';
  const title = first.title;
  const more = html`${sites.map(({ language, siteUrl }) => html`<link rel="alternate" hreflang="${language}" href="${siteUrl ?? ''}${language}/">\n`)}${first.siteUrl !== undefined && html`<link rel="canonical" href="${first.siteUrl}">\n`}<script src="assets/chooser.js"></script>\n`;
  return html`<!doctype html>
<html lang="${first.language}">
${head({ up: '', title, description: [...new Set(titles)].join(' · '), firstPaint: first.firstPaint, more })}<body class="plain">
<main><span class="logo">${raw(first.logo)}</span><h1>${title}</h1><ul>${sites.map(({ language, words }, i) => html`<li><a href="${language}/" lang="${language}" hreflang="${language}" dir="${words.direction}">${titles[i]}<br><small>${words.name}</small></a></li>`)}</ul></main>
</body>
</html>
`.text;
}

/**
 * The 404 page, in every language, since the reader's is unknown.
 *
 * @param findRoot the script that finds where the site is; without it, the links point to its expected
 * address.
 */
export function notFound(sites: readonly SiteFrame[], findRoot: string): string {
  const [first] = sites;
  if (!first) return '';
  const base = first.siteUrl === undefined ? '/' : new URL(first.siteUrl).pathname;
  const title = sites.map(({ words }) => words.notFoundTitle).join(' · ');
  const more = html`<meta name="robots" content="noindex">\n`;
  const way = ({ language, words }: { language: string; words: Words }) =>
    html`<li lang="${language}" dir="${words.direction}"><p>${words.notFound}</p>
<a href="${base}${language}/" hreflang="${language}">${words.toDocs}</a></li>
`;
  return html`<!doctype html>
<html lang="${first.language}">
${head({ up: base, title, description: title, firstPaint: first.firstPaint, script: findRoot, more })}<body class="plain">
<main><span class="logo">${raw(first.logo)}</span><h1>404</h1><ul>
${sites.map(way)}</ul></main>
</body>
</html>
`.text;
}

/** The site map, with the alternates of each page in other languages. */
export function sitemap(siteUrl: string, languages: readonly string[], paths: readonly string[]): string {
  const twins = (path: string) =>
    languages.map(
      (tag) =>
        html`<xhtml:link rel="alternate" hreflang="${tag}" href="${siteUrl}${tag}/${encodeURI(path)}"/>`,
    );
  const entries = paths.flatMap((path) =>
    languages.map((tag) => html`<url><loc>${siteUrl}${tag}/${encodeURI(path)}</loc>${twins(path)}</url>\n`),
  );
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries}</urlset>
`.text;
}

/** A short guide to the site for language models (llmstxt.org): its pages as Markdown, and the files to read instead. */
export function llmsText(
  title: string,
  summary: string,
  base: string,
  sections: readonly {
    name: string;
    pages: readonly { path: string; title: string; description: string }[];
  }[],
  files: readonly { file: string; label: string }[],
): string {
  const lines = sections.flatMap(({ name, pages }) => [
    `\n## ${name}\n`,
    ...pages.map((page) => `- [${page.title}](${base}${page.path}index.md): ${page.description}`),
  ]);
  const downloads = files.map(({ file, label }) => `- [${label}](${base}downloads/${file})`);
  return `# ${title}\n\n> ${summary}\n\nEverything in one file: [llms-full.txt](${base}llms-full.txt)\n\n## OpenAPI\n\n${downloads.join('\n')}\n${lines.join('\n')}\n`;
}

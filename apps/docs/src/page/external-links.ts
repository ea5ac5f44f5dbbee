import type { Page } from './shell.ts';

/** The addresses outside the site that its pages link to, each once, with the pages that do. A line each, sorted. */
export function externalLinks(pages: readonly Page[]): string {
  const found = new Map<string, string[]>();
  for (const { html, language, path } of pages)
    for (const [, address = ''] of html.matchAll(/ href="(https?:[^"]*)"/g)) {
      const on = found.get(address) ?? [];
      found.set(address, [...new Set([...on, `${language}/${path}`])]);
    }
  return [...found]
    .map(([address, on]) => `${address} ${on.join(' ')}\n`)
    .sort()
    .join('');
}

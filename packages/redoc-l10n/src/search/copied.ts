import { type SiteConfig, textIn } from '../config.ts';
import type { SearchEntry } from '../search/find.ts';

/** The file with what a search finds of the folders that the site takes in. */
export const copiedPart = 'copied.json';

/** What a search finds of the folders that the site takes in as they are, such as a demo. */
export const copiedEntries = ({ copy = [] }: SiteConfig, language: string): SearchEntry[] =>
  copy.flatMap(({ to, search }) => {
    if (!search) return [];
    const text = (value: Parameters<typeof textIn>[0]) => textIn(value, language) ?? '';
    const href = search.href ?? `../${to}/`;
    return [
      {
        title: text(search.title),
        page: text(search.title),
        url: href.replaceAll('{language}', language),
        text: text(search.text),
      },
    ];
  });

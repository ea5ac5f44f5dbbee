import { type SiteConfig, textIn } from '../config.ts';
import type { SearchEntry } from '../search/find.ts';

/** The file with the search entries of folders that are copied into the site. */
export const copiedPart = 'copied.json';

/** The search entries of folders that are copied into the site unchanged, such as a demo. */
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

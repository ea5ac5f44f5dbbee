import { fold } from './fold.ts';

/** One part of a page that a search can find. */
export interface SearchEntry {
  title: string;
  /** The title of the page that it is on. */
  page: string;
  /** Relative to the language's folder. */
  url: string;
  text: string;
}

/** The entries that hold every word of the query, those with the words in their title first. */
export function findEntries(entries: readonly SearchEntry[], query: string): SearchEntry[] {
  const sought = fold(query).split(/\s+/).filter(Boolean);
  if (sought.length === 0) return [];
  return entries
    .map((entry) => ({
      entry,
      title: fold(entry.title),
      all: fold(`${entry.title} ${entry.page} ${entry.text}`),
    }))
    .filter(({ all }) => sought.every((word) => all.includes(word)))
    .map(({ entry, title }) => ({ entry, rank: sought.filter((word) => title.includes(word)).length }))
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ entry }) => entry);
}

/** One part of a page that a search can find. */
export interface SearchEntry {
  title: string;
  /** The title of its page or operation. */
  page: string;
  /** Relative to the language's folder. */
  url: string;
  text: string;
}

/** A text without case and accents, so that « série » is found by `serie`. */
const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'").replaceAll('œ', 'oe').toLowerCase();

/** Entries that are prepared for a search. */
export interface FoldedEntry {
  entry: SearchEntry;
  title: string;
  all: string;
}

/** Prepares entries, once. */
export const foldEntries = (entries: readonly SearchEntry[]): FoldedEntry[] =>
  entries.map((entry) => {
    const title = fold(entry.title);
    return { entry, title, all: `${title} ${fold(entry.page)} ${fold(entry.text)}` };
  });

/** The entries that contain every word of the query: title matches first, then exact matches. */
export function findEntries(entries: readonly FoldedEntry[], query: string): SearchEntry[] {
  const phrase = fold(query).trim();
  const sought = phrase.split(/\s+/).filter(Boolean);
  if (sought.length === 0) return [];
  return entries
    .filter(({ all }) => sought.every((word) => all.includes(word)))
    .map(({ entry, title, all }) => ({ entry, rank: rankOf(title, all, phrase, sought) }))
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ entry }) => entry);
}

function rankOf(title: string, all: string, phrase: string, sought: readonly string[]): number {
  const inTitle = sought.filter((word) => title.includes(word)).length / sought.length;
  return (
    4 * Number(title === phrase) +
    2 * inTitle +
    Number(title.startsWith(phrase)) +
    Number(all.includes(phrase))
  );
}

/** The words around the first match in a text, from the beginning of a word; '' without a match. */
export function excerpt(text: string, query: string): string {
  const at = text.toLowerCase().indexOf(query.toLowerCase());
  if (at < 0) return '';
  // Some scripts have no spaces.
  const start = Math.max(text.lastIndexOf(' ', at - 30) + 1, at - 60);
  return `${start > 0 ? '…' : ''}${text.slice(start, at + query.length + 60)}`;
}

import type { Html } from '../html.ts';
import type { SearchEntry } from '../search/find.ts';

/** One page of the site in one language. */
export interface Page {
  /** Below the language's folder: '' for the start, else a folder with a slash at its end. */
  path: string;
  kind: 'reference' | 'guide' | 'extra';
  title: string;
  /** Plain text, for search engines. */
  description: string;
  main: Html;
  /** The anchor of the first operation, which is on the first screen. */
  top?: string | undefined;
  /** The id of the first sample, without which the first frame is not drawn. */
  firstSample?: string | undefined;
  /** The page as Markdown. */
  markdown: string;
  /** The headings and operations that the menu shows below this page. */
  menu: readonly MenuEntry[];
  search: readonly SearchEntry[];
  /** The file of a guide, for messages. */
  file?: string;
  /** The language of the main part, when it is not that of the site. */
  language?: string;
}

export interface MenuEntry {
  id: string;
  title: string;
  /** The method of an operation. */
  method?: string;
}

/** From a page to the folder of its language: '' or some `../`. */
export const upFrom = (path: string): string => '../'.repeat(path.split('/').length - 1);

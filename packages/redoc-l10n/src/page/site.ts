import type { Words } from '../languages.ts';
import type { FirstPaint } from './head.ts';
import type { Page } from './page.ts';

/** What every page of one language shows around its content. It can be sent to a worker. */
export interface SiteFrame {
  language: string;
  words: Words;
  /** All languages, with their own names and directions; the first is the source. */
  languages: readonly LanguageLink[];
  title: string;
  /** The SVG of the header. */
  logo: string;
  siteUrl: string | undefined;
  image: boolean;
  firstPaint: FirstPaint;
  /** The pages of the menu, in order. */
  pages: readonly Pick<Page, 'path' | 'kind' | 'title'>[];
  links: readonly { label: string; href: string }[];
  /** HTML. */
  footer: string;
  downloads: readonly { label: string; file: string }[];
  /** What the script of the page needs to edit and send requests; `undefined` without a console. */
  console: ConsoleFrame | undefined;
}

export interface LanguageLink {
  tag: string;
  name: string;
  direction: string;
  locale: string;
}

export interface ConsoleFrame {
  keyVariable: string | undefined;
  keyPlaceholder: string;
  links: readonly { label: string; href: string; operation: string | undefined }[];
}

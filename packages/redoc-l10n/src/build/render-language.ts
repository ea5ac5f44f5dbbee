import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { descriptionFile, descriptionText, type Localized } from '../description/read.ts';
import type { Page } from '../page/page.ts';
import { documentOf } from '../page/shell.ts';
import type { SiteFrame } from '../page/site.ts';
import type { Outline } from '../redoc/outline.ts';
import { type ReferenceSource, referencePages } from '../reference/pages.ts';
import { planPages } from '../reference/plan.ts';
import { readReference } from '../reference/read.ts';

/** What a worker needs to render the reference of one language. It can be cloned. */
export interface LanguageJob {
  localized: Localized;
  outline: Outline;
  perPage: number;
  frame: SiteFrame;
  /** The folder that the site is written to. */
  folder: string;
}

/** What is kept of a written page: enough for lists of pages and for checking links. */
export interface WrittenPage {
  path: string;
  title: string;
  description: string;
}

/** Writes the description in one language, and the pages of its reference, each with its Markdown and its part of the search index. */
export function renderLanguage(job: LanguageJob, onPage: (page: WrittenPage) => void): void {
  const { language, document } = job.localized;
  writeText(join(job.folder, 'downloads', descriptionFile(language)), descriptionText(document));
  const plan = planPages(job.outline, job.perPage);
  const reference = readReference(job.localized, job.outline);
  const source: ReferenceSource = {
    localized: job.localized,
    reference,
    words: job.frame.words,
    plan,
    console: job.frame.console,
  };
  for (const page of referencePages(source)) {
    writePage(page, job.frame, job.folder);
    const { path, title, description } = page;
    onPage({ path, title, description });
  }
}

/** Writes a page, its Markdown and its part of the search index. */
export function writePage(page: Page, frame: SiteFrame, folder: string): void {
  const at = join(folder, frame.language, page.path);
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, 'index.html'), documentOf(page, frame));
  writeFileSync(join(at, 'index.md'), `${page.markdown.trim()}\n`);
  writeText(join(folder, frame.language, 'search', searchPart(page.path)), JSON.stringify(page.search));
}

/** The search entries of a page, as a file. */
export const searchPart = (path: string): string =>
  `${path === '' ? 'start' : path.slice(0, -1).replaceAll('/', '.')}.json`;

/** Writes a text file, creating its folders. */
export function writeText(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

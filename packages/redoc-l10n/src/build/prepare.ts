import type { SiteConfig } from '../config.ts';
import type { Localized } from '../description/read.ts';
import { readExtra } from '../guides/extras.ts';
import { readGuides } from '../guides/guides.ts';
import { asObject, asText } from '../json.ts';
import { readWords } from '../languages.ts';
import type { Page } from '../page/page.ts';
import type { SiteFrame } from '../page/site.ts';
import type { Outline } from '../redoc/outline.ts';
import { planPages, type ReferencePlan } from '../reference/plan.ts';
import { tagTexts } from '../reference/read.ts';
import { type Download, downloadsOf, frameOf, type SiteLanguage } from './frame.ts';
import { type ReadJob, type ReadResult, readSourcesOf } from './read-sources.ts';

/** The default maximum number of operations per page. */
export const OPERATIONS_PER_PAGE = 20;

/** Everything that is read before the first page is rendered. */
export interface PreparedSite {
  outline: Outline;
  plan: ReferencePlan;
  perPage: number;
  operations: number;
  languages: readonly PreparedLanguage[];
  downloads: readonly Download[];
}

/** One language: its description, the frame of its pages, and the pages outside the reference. */
export interface PreparedLanguage extends SiteLanguage {
  frame: SiteFrame;
  /** Guides and extra pages. */
  pages: readonly Page[];
}

/** Reads the description, its translations, the interface words, guides and extra pages. */
export async function prepareSite(
  config: SiteConfig,
  warn: (message: string) => void,
  read: (job: ReadJob) => Promise<ReadResult> = readSourcesOf,
): Promise<PreparedSite> {
  const overlays = (config.overlays ?? []).map((one) => (typeof one === 'string' ? { file: one } : one));
  const { descriptions, outline } = await read({
    description: config.description,
    language: config.language ?? 'en',
    overlays,
  });
  const perPage = config.operationsPerPage ?? OPERATIONS_PER_PAGE;
  const plan = planPages(outline, perPage);
  const languages = await Promise.all(descriptions.map((one) => withWords(one, config, warn)));
  const [first, ...others] = languages.map(({ localized, words }) => ({
    language: localized.language,
    words,
  }));
  const guides = first ? readGuides(config, [first, ...others], plan) : new Map<string, Page[]>();
  const downloads = downloadsOf(config, languages);
  return {
    outline,
    plan,
    perPage,
    operations: outline.groups.reduce((sum, group) => sum + group.operations.length, 0),
    downloads,
    languages: languages.map((one) => {
      const { language, document } = one.localized;
      const apiTitle = asText(asObject(document.info).title) ?? 'API';
      const extras = (config.extras ?? []).flatMap((extra) => readExtra(extra, language, one.words));
      const pages = [...(guides.get(language) ?? []), ...extras];
      const referencePages = plan.pages.map(({ path, parts }) => {
        const group = outline.groups[parts[0]?.group ?? -1];
        const tag = group && tagTexts(document, group).title;
        const numbered = /\/(\d+)\/$/.exec(path)?.[1];
        const title =
          path === ''
            ? plan.pages.length > 1
              ? one.words.overview
              : apiTitle
            : tag || one.words.otherOperations;
        return { path, kind: 'reference' as const, title: numbered ? `${title} (${numbered})` : title };
      });
      const listed = [...referencePages, ...(guides.get(language) ?? [])].map(({ path, kind, title }) => ({
        path,
        kind,
        title,
      }));
      return {
        ...one,
        pages,
        frame: frameOf(config, one, languages, listed, downloads, { source: apiTitle }),
      };
    }),
  };
}

async function withWords(
  localized: Localized,
  config: SiteConfig,
  warn: (message: string) => void,
): Promise<SiteLanguage> {
  return {
    localized,
    words: await readWords(localized.language, config.languages?.[localized.language], warn),
  };
}

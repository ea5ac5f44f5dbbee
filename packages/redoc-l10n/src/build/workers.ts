import { availableParallelism } from 'node:os';
import { type LanguageJob, renderLanguage, type WrittenPage } from './render-language.ts';
import { inThread } from './thread.ts';

/** Below this number of operations in all languages, processing the site is faster than starting a thread. */
const WORTH_A_THREAD = 200;

/** Whether a site is processed in threads. */
export const isLarge = (operations: number, languages: number): boolean =>
  operations * languages >= WORTH_A_THREAD;

/**
 * Renders the reference of each language: sequentially if it is small, else in worker threads, at most one per core.
 *
 * @returns the pages of each language, in order.
 */
export async function renderLanguages(
  jobs: readonly LanguageJob[],
  operations: number,
  onPage: () => void,
): Promise<WrittenPage[][]> {
  if (!isLarge(operations, jobs.length) || jobs.length < 2 || availableParallelism() < 2)
    return jobs.map((job) => {
      const pages: WrittenPage[] = [];
      renderLanguage(job, (page) => {
        pages.push(page);
        onPage();
      });
      return pages;
    });
  const results: WrittenPage[][] = jobs.map(() => []);
  const waiting = [...jobs.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [i, job] = next;
      const pages: WrittenPage[] = [];
      await inThread<LanguageJob, WrittenPage, null>(
        'render-worker',
        job,
        (page) => {
          pages.push(page);
          onPage();
        },
        memoryFor(job),
      );
      results[i] = pages;
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs.length, availableParallelism()) }, work));
  return results;
}

/** The memory for rendering a description, in megabytes: without a limit, a thread accumulates several times that in garbage. */
const memoryFor = ({ localized }: LanguageJob): number =>
  Math.round(128 + 12 * (JSON.stringify(localized.document).length / 1_000_000));

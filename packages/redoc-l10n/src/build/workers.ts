import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { InputError } from 'openapi-l10n';
import { type LanguageJob, renderLanguage, type WrittenPage } from './render-language.ts';

/** With fewer operations than this, all languages together take less time than starting a worker. */
const WORTH_A_WORKER = 200;

/** What a worker tells the build. */
export type WorkerMessage = { page: WrittenPage } | { error: string; input: boolean };

/**
 * Renders the reference of each language: one after the other when it is small, else in worker threads, at most one for each core.
 *
 * @returns the pages of each language, in order.
 */
export async function renderLanguages(
  jobs: readonly LanguageJob[],
  operations: number,
  onPage: () => void,
): Promise<WrittenPage[][]> {
  if (operations * jobs.length < WORTH_A_WORKER || jobs.length < 2 || availableParallelism() < 2)
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
      results[i] = await inWorker(job, onPage);
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs.length, availableParallelism()) }, work));
  return results;
}

function inWorker(job: LanguageJob, onPage: () => void): Promise<WrittenPage[]> {
  // The same name in `src`, which Node.js runs as it is, and in `dist`.
  const file = new URL(`./render-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
  const worker = new Worker(file, { workerData: job });
  return new Promise((resolve, reject) => {
    const pages: WrittenPage[] = [];
    worker.on('message', (message: WorkerMessage) => {
      if ('page' in message) {
        pages.push(message.page);
        onPage();
      } else reject(message.input ? new InputError(message.error) : new Error(message.error));
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (code === 0) resolve(pages);
      else reject(new Error(`Rendering \`${job.localized.language}\` ended with the code ${code}.`));
    });
  });
}

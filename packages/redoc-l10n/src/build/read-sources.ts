import { statSync } from 'node:fs';
import { type Localized, type OverlayFile, readDescriptions } from '../description/read.ts';
import { type Outline, readOutline } from '../redoc/outline.ts';
import { inThread } from './thread.ts';

/** What is read before anything is rendered. */
export interface ReadJob {
  description: string;
  language: string;
  overlays: readonly OverlayFile[];
}

export interface ReadResult {
  descriptions: [Localized, ...Localized[]];
  outline: Outline;
}

/** With fewer bytes than this, reading takes less time than starting a thread. */
const LARGE = 2_000_000;

/** Reads the description, applies its overlays, and lets Redoc make the outline. */
export async function readSources({ description, language, overlays }: ReadJob): Promise<ReadResult> {
  const descriptions = await readDescriptions(description, language, overlays);
  return { descriptions, outline: await readOutline(descriptions[0].document) };
}

/** The same, for a large description in a thread: what its parser needs is many times what is left of it. */
export function readSourcesOf(job: ReadJob): Promise<ReadResult> {
  const size = statSync(job.description, { throwIfNoEntry: false })?.size ?? 0;
  return size < LARGE ? readSources(job) : inThread<ReadJob, never, ReadResult>('read-worker', job, () => {});
}

import { statSync } from 'node:fs';
import { type Localized, type OverlayFile, readDescriptions } from '../description/read.ts';
import { type Outline, readOutline } from '../redoc/outline.ts';
import { inThread } from './thread.ts';

/** The input that is read before rendering. */
export interface ReadJob {
  description: string;
  language: string;
  overlays: readonly OverlayFile[];
}

export interface ReadResult {
  descriptions: [Localized, ...Localized[]];
  outline: Outline;
}

/** Below this size in bytes, reading is faster than starting a thread. */
const LARGE = 2_000_000;

/** Reads the description, applies its overlays, and gets the outline from Redoc. */
export async function readSources({ description, language, overlays }: ReadJob): Promise<ReadResult> {
  const descriptions = await readDescriptions(description, language, overlays);
  return { descriptions, outline: await readOutline(descriptions[0].document) };
}

/** The same, in a thread for large descriptions, whose parser needs a lot of memory. */
export function readSourcesOf(job: ReadJob): Promise<ReadResult> {
  const size = statSync(job.description, { throwIfNoEntry: false })?.size ?? 0;
  return size < LARGE ? readSources(job) : inThread<ReadJob, never, ReadResult>('read-worker', job, () => {});
}

import type { ReadJob, ReadResult } from '../build/read-sources.ts';
import { readDescriptions } from '../description/read.ts';
import { type Outline, outlineKey, readOutline } from '../redoc/outline.ts';

/** A function that reads a description after each edit. Redoc's outline, which takes longest, is reused until an edit changes it. */
export function createReader(): (job: ReadJob) => Promise<ReadResult> {
  let kept: { key: string; outline: Outline } | undefined;
  return async ({ description, language, overlays }) => {
    const descriptions = await readDescriptions(description, language, overlays);
    const [{ document }] = descriptions;
    const key = outlineKey(document);
    if (kept?.key !== key) kept = { key, outline: await readOutline(document) };
    return { descriptions, outline: kept.outline };
  };
}

import { setFlagsFromString } from 'node:v8';

/** From how many requests on an export is a long one. */
const long = 2_000;

/**
 * Keeps the memory of a long export flat. It holds some 15 MB and makes much garbage: left to itself the heap grows to some
 * 300 MB. Saving memory costs time of the processor, which a short export does not spend.
 */
export function saveMemory(requests: number): void {
  if (requests < long) return;
  for (const flag of ['--optimize-for-size', '--max-semi-space-size=2', '--no-maglev'])
    setFlagsFromString(flag);
}

import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { document } from '../generated/document.ts';

/** The contract's operations as Prism wants them. */
export function operations(): ReturnType<typeof getHttpOperationsFromSpec> {
  // Prism dereferences the document in place.
  return getHttpOperationsFromSpec(structuredClone(document));
}

import type { HandlerAnswer, HandlerRefusal, HandlerRequest } from 'openapi-mock-engine';
import type { SessionSource } from './series/source.ts';

/**
 * The answer of one operation, from the counts of a source. A file of `handlers/` exports one, named by its operationId.
 * Requests are checked before, so it only refuses what no schema can say, such as the 30th of February.
 */
export type Handler = (request: HandlerRequest, source: SessionSource) => HandlerAnswer | HandlerRefusal;

/** A handler that looks at the query and at the clock only, so that `lazy.ts` can call it without the engine. */
export type PlainHandler = (
  request: Pick<HandlerRequest, 'query' | 'now'>,
  source: SessionSource,
) => HandlerAnswer | HandlerRefusal;

import type { TypedAnswer, TypedRequest } from 'openapi-mock-engine';
import type { operations } from './generated/operations.ts';
import type { Source } from './series/own.ts';

/**
 * Answers one operation with the counts of a source. A file of `handlers/` exports one, named by its operationId.
 * Requests are checked before, so it only refuses what no schema can express, such as February 29, 2026.
 */
export type Handler<Id extends keyof operations> = (
  request: TypedRequest<operations[Id]>,
  source: Source,
) => NonNullable<TypedAnswer<operations[Id]>>;

/** A handler that only uses the query and the clock, so that `lazy.ts` can call it without the engine. */
export type PlainHandler<Id extends keyof operations> = (
  request: Pick<Parameters<Handler<Id>>[0], 'query' | 'now'>,
  source: Source,
) => ReturnType<Handler<Id>>;

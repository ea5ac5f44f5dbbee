import type {
  Handler as EngineHandler,
  MockOptions as EngineOptions,
  HandlerAnswer,
  HandlerRequest,
  ServerOptions,
} from 'openapi-mock-engine';
import { document } from './generated/document.ts';
import { handlers } from './generated/handlers.ts';
import { rateLimitOf } from './rate-limit.ts';
import { aboutOf, createSource, type Source } from './series/own.ts';

/** How a mock of session analytics answers, wherever it runs. */
export interface MockOptions extends Omit<EngineOptions, 'handlers' | 'about'> {
  /** Where session counts come from. @default a model of three apps and three segments */
  source?: Source;
}

/** The options of a server: those of the mock, and where to listen. */
export interface StartOptions
  extends MockOptions,
    Pick<ServerOptions, 'port' | 'host' | 'engine' | 'https'> {}

/** The options for the engine: the contract's rate limit, and handlers that count sessions from a source. */
export function toEngineOptions({ source, ...options }: MockOptions): EngineOptions {
  const counts = source ?? createSource(options.seed);
  const bound = Object.entries(handlers).map(([operationId, handler]): [string, EngineHandler] => [
    operationId,
    // The cast: the engine checks each request by the contract before the handler of its operation sees it.
    (request) => (handler as (request: HandlerRequest, source: Source) => HandlerAnswer)(request, counts),
  ]);
  return {
    ...rateLimitOf(document),
    ...options,
    handlers: Object.fromEntries(bound),
    about: aboutOf(counts),
  };
}

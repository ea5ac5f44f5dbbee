import type { Fault } from './faults/parse.ts';
import type { UnknownParameters } from './request/check.ts';
import type { SessionSource } from './series/source.ts';

/** How a mock answers, wherever it runs. */
export interface MockOptions {
  /** Another seed, another series. @default 1 */
  seed?: number;
  /** Freezes the mock's clock: nothing was counted after it. @default the time of each request */
  now?: Date | string | number;
  /** What to do with a query parameter that the contract does not know. @default 'reject' */
  unknownParameters?: UnknownParameters;
  /** Requests a window. @default the contract's limit */
  rateLimit?: number;
  /** Length of the window, in seconds. Without it, the contract’s. */
  rateLimitWindow?: number;
  /** Directives such as `latency=50..400; status=503@0.1`; the README lists them all. @default none */
  faults?: string;
  /** Where session counts come from. @default a model of three apps and three segments */
  source?: SessionSource;
  /** Called with each warning, such as an unknown parameter under `warn`. */
  onWarning?: (warning: string) => void;
  /** Called with each request once its answer is known. */
  onRequest?: (entry: LoggedRequest) => void;
}

/** A request that the mock answered. Keys are never kept. */
export interface LoggedRequest {
  method: string;
  /** As it was sent, its first 4,000 characters. */
  path: string;
  /** As it was sent, its first 4,000 characters. */
  query: string;
  status: number;
  /** which fault was applied, if it was. */
  fault?: Fault;
  /** The first sentence about what was wrong, if anything was. */
  message?: string;
  /** When it came, in epoch milliseconds. */
  at: number;
}

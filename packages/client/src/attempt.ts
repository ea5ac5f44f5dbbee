import type { RequestFacts } from './errors.ts';
import type { Fetch, Hooks } from './hooks.ts';
import type { Operation, RequestParts } from './operation.ts';
import type { Credential } from './security.ts';
import type { Scheduler } from './with-retry.ts';

/** What an attempt needs from its client and its call. */
export interface Sender extends Hooks {
  /** By the ids of their schemes. */
  readonly credentials: Readonly<Record<string, Credential | undefined>>;
  readonly fetch: Fetch | undefined;
  readonly validate: boolean;
  readonly scheduler?: Scheduler | undefined;
}

/** One attempt of a call. */
export interface Attempt {
  readonly operation: Operation;
  readonly parts: RequestParts;
  readonly request: RequestFacts;
  /** 1 for the first attempt. */
  readonly number: number;
  /** Ends with the attempt. */
  readonly signal: AbortSignal;
}

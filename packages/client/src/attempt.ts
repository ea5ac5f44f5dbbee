import type { RequestFacts } from './errors.ts';
import type { CallHooks, Fetch } from './hooks.ts';
import type { Operation } from './operation.ts';
import type { Credential } from './security.ts';
import type { Scheduler } from './with-retry.ts';

/** What an attempt needs from its client and its call. */
export interface Sender {
  /** By the ids of their schemes. */
  readonly credentials: Readonly<Record<string, Credential | undefined>>;
  readonly fetch?: Fetch | undefined;
  /** Whether responses are checked, if the description of the operation has checks. */
  readonly validate?: boolean | undefined;
  readonly hooks?: CallHooks | undefined;
  /** Receives the limits in each response. */
  readonly throttle?: Pick<Scheduler, 'update'> | undefined;
}

/** One attempt of a call. */
export interface Attempt {
  readonly operation: Operation;
  readonly request: RequestFacts;
  /** By name in lower case, without credentials. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** 1 for the first attempt. */
  readonly number: number;
  /** Ends with the attempt. */
  readonly signal: AbortSignal;
}

import type { EndingAt } from './ending-at.ts';
import type { components, operations } from './generated/openapi.ts';
import type { RateLimit } from './rate-limit.ts';

type Contract<Name extends keyof components['schemas']> = components['schemas'][Name];

/** The query as it is sent. */
export type WireQuery = operations['getSessionsDataSeries']['parameters']['query'];

/** What to ask for; the names are the contract's. */
export interface SessionsQuery extends Omit<WireQuery, 'ending_at'> {
  /** When the series ends; without it, the time of the request. Its offset decides which days and hours are counted. */
  ending_at?: EndingAt;
}

/** A series, with the state of the rate limit that came with it. */
export interface SessionsSeries extends Contract<'SessionsDataSeries'> {
  /** The state of the rate limit; `undefined` when the answer did not tell. */
  rateLimit: RateLimit | undefined;
}

/** A query with a name that the contract does not know does not compile. */
export type Exactly<Known, Given> = Given & { [Name in Exclude<keyof Given, keyof Known>]: never };

/** A call under way: awaited, it gives the series. */
export interface SessionsCall extends Promise<SessionsSeries> {
  /**
   * Gives the series together with the answer that it came in: its headers and status can be read, its body is used up.
   *
   * @example
   * const { data, response } = await client.getSessionsDataSeries({ length: 14 }).withResponse();
   * console.log(response.headers.get('x-request-id'));
   */
  withResponse(): Promise<SessionsSeries & { response: Response }>;
}

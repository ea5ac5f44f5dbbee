import type { EndingAt } from './ending-at.ts';
import type { components, operations } from './generated/openapi.ts';
import type { RateLimit } from './rate-limit.ts';

/** The query as it is sent. */
export type WireQuery = operations['getSessionsDataSeries']['parameters']['query'];

/** What to ask for; the names are the contract's. */
export type SessionsQuery = Omit<WireQuery, 'ending_at'> & {
  /** The end of the series; without it, the time of the request. Its offset decides which days are counted. */
  ending_at?: EndingAt;
};

/** A series, with the state of the rate limit that came with it. */
export type SessionsSeries = components['schemas']['SessionsDataSeries'] & {
  /** `undefined` when the answer did not tell. */
  rateLimit: RateLimit | undefined;
};

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

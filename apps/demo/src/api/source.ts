import {
  type Client,
  createClient,
  HttpError,
  InvalidResponseError,
  NetworkError,
  TimeoutError,
} from '@session-series/client';
import { range } from '@session-series/client/range';
import { secondsOf } from '../contract/parameters.ts';
import type { Point } from '../series/aligned.ts';
import type { Line, Plan } from '../series/plan.ts';
import { instantOf, zoneOf } from '../series/wall-time.ts';
import type { Behaviour } from '../view/behaviour.ts';
import type { BackEnd } from './config.ts';
import { recording } from './exchange.ts';
import { type Failure, SeriesFailure } from './failure.ts';
import { misbehaving } from './misbehaving.ts';

/** How one series is to be fetched. */
export interface LoadOptions {
  signal: AbortSignal;
  /** Told the share that is done, from 0 to 1, of a range. */
  onProgress: ((share: number) => void) | undefined;
  behaviour: Behaviour;
}

/** Where series come from. */
export interface Source {
  /**
   * Fetches one line of a plan, cut into several calls where one does not reach.
   *
   * @throws {SeriesFailure} what the page is to show; @throws the signal's reason when it is aborted.
   */
  load(plan: Plan, line: Line, options: LoadOptions): Promise<Point[]>;
}

/** The client wants a key; the mock takes any, and the proxy puts its own in its place. */
const placeholderKey = 'no-key-in-the-browser';
/** Stands for the back end in the client, which sends keys over https only; {@link redirected} names the real one. */
const standIn = 'https://back-end.invalid';

/** Opens the back end. The mock inside the page is loaded only when it is needed. */
export async function createSource(backEnd: BackEnd): Promise<Source> {
  const transport = await transportOf(backEnd);
  // Ranges that have not come to their end: one that was stopped goes on from here.
  const stopped = new Map<string, { points: Point[]; given: number; next: Date }>();

  async function rangeOf(
    client: Client,
    plan: Plan,
    line: Line,
    signal: AbortSignal,
    onProgress: LoadOptions['onProgress'],
  ): Promise<Point[]> {
    const { unit, count, first, last, offset } = plan;
    const name = JSON.stringify([unit, first, count, offset, line]);
    const kept = stopped.get(name) ?? { points: [], given: 0, next: instantOf(first, offset) };
    stopped.set(name, kept);
    kept.points.length = kept.given;
    const query = {
      ...line,
      unit,
      from: kept.next,
      to: instantOf(last + secondsOf[unit], offset),
      timeZone: zoneOf(offset),
    };
    onProgress?.(kept.given / count);
    const points = range(client, query, {
      signal,
      onProgress: ({ next }) => {
        kept.next = next;
        kept.given = kept.points.length;
        onProgress?.(kept.given / count);
      },
    });
    for await (const point of points) kept.points.push(point);
    stopped.delete(name);
    return kept.points;
  }

  return {
    async load(plan, line, { signal, onProgress, behaviour }) {
      const client = createClient({
        baseUrl: standIn,
        apiKey: placeholderKey,
        dangerouslyAllowBrowser: true,
        // A reader who waits for a rate limit is to see the countdown, not a page that does nothing.
        maxPause: 2000,
        retries: 2,
        fetch: recording(misbehaving(transport, behaviour)),
      });
      const { unit, count, endingAt, isRange } = plan;
      try {
        if (isRange) return await rangeOf(client, plan, line, signal, onProgress);
        const query = {
          length: count,
          unit,
          ...line,
          ...(endingAt !== undefined && { ending_at: endingAt }),
        };
        return (await client.getSessionsDataSeries(query, { signal })).data;
      } catch (error) {
        signal.throwIfAborted();
        throw new SeriesFailure(failureOf(error), error);
      }
    },
  };
}

async function transportOf(backEnd: BackEnd): Promise<typeof fetch> {
  switch (backEnd.backEnd) {
    case 'browser': {
      const { createMockFetch } = await import('@session-series/mock/browser');
      return createMockFetch();
    }
    case 'mock':
      return redirected(backEnd.url);
    case 'real':
      return redirected(new URL('api', document.baseURI).href);
  }
}

/** A fetch that sends what is meant for {@link standIn} to another base. */
function redirected(base: string): typeof fetch {
  return (input, init) => {
    const request = new Request(input, init);
    return fetch(new Request(request.url.replace(standIn, base), request));
  };
}

function failureOf(error: unknown): Failure {
  if (error instanceof HttpError) {
    const resetAt = error.status === 429 ? error.rateLimit?.reset.getTime() : undefined;
    return { kind: 'status', status: error.status, message: error.detail, resetAt };
  }
  if (error instanceof InvalidResponseError) return { kind: 'invalid' };
  if (error instanceof TimeoutError) return { kind: 'timeout' };
  if (error instanceof NetworkError) return { kind: 'network' };
  throw error;
}

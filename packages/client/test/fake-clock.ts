import { afterEach, beforeEach, expect, vi } from 'vitest';
import { createClient, type FetchInit } from '../src/index.ts';

export const now = Date.parse('2026-01-05T00:00:00Z');

/** Lets the tests of a file run on a fake clock, and none leave a timer behind. */
export function onFakeClock(): void {
  beforeEach(() => void vi.useFakeTimers({ now }));
  afterEach(() => {
    expect(vi.getTimerCount(), 'timers left behind').toBe(0);
    vi.useRealTimers();
  });
}

export const success = (headers = {}) => Response.json({ message: 'success', data: [] }, { headers });
export const failure = (status: number, headers = {}) =>
  Response.json({ message: 'No.' }, { status, headers });
/** Answers only to an abort. */
export const never = ({ signal }: { signal: AbortSignal }) =>
  new Promise<Response>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });

/** A client that gets these answers in turn, the last one for ever, and the times of its requests. */
export function clientThatGets(...answers: ((init: FetchInit) => Response | Promise<Response>)[]) {
  const at: number[] = [];
  const client = createClient({
    baseUrl: 'http://127.0.0.1:1',
    apiKey: 'any',
    fetch: async (_url, init) => {
      const answer = answers[Math.min(at.length, answers.length - 1)];
      at.push(Date.now() - now);
      if (!answer) throw new Error('no answer given');
      return answer(init);
    },
  });
  return { client, at };
}

/** Lets a call run on the fake clock and gives what it came to. */
export async function outcome<Value>(call: Promise<Value>): Promise<Value | unknown> {
  const settled = call.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return settled;
}

import { afterEach, beforeEach, expect, vi } from 'vitest';
import { createClient, type FetchInit } from '../src/index.ts';

export const now = Date.parse('2026-01-05T00:00:00Z');

/** Runs the tests of a file on a fake clock, and checks that none leaves a timer behind. */
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
/** Never responds, and rejects when it is aborted. */
export const never = ({ signal }: { signal: AbortSignal }) =>
  new Promise<Response>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });

/** A client that gets these responses in turn, the last one repeatedly, and the times of its requests. */
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

/** Runs a call on the fake clock, and returns its outcome. */
export async function outcome<Value>(call: Promise<Value>): Promise<Value | unknown> {
  const settled = call.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return settled;
}

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClient, type SessionSeriesError } from '../../src/index.ts';
import { errorOf, pointsOf, randomFrom, unreliableServer } from './unreliable-server.ts';

const calls = Number(process.env['FAULT_CALLS'] ?? 10_000);
const atOnce = 100;
const maxRetries = 3;

const unheard: unknown[] = [];
const note = (reason: unknown) => void unheard.push(reason);
beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-01-05T00:00:00Z') });
  process.on('unhandledRejection', note);
});
afterEach(() => {
  vi.useRealTimers();
  process.off('unhandledRejection', note);
});

test(`${calls} calls with faults in a fifth of the responses end in the right data or the right error`, async () => {
  const server = unreliableServer(0.2, randomFrom(20_260_105));
  // The random part of the delays decides the order of the attempts, and therefore which call gets which
  // fault.
  vi.spyOn(Math, 'random').mockImplementation(randomFrom(20_260_106));
  const client = createClient({
    baseUrl: 'http://127.0.0.1:1',
    apiKey: 'any',
    fetch: server.fetch,
    maxRetries,
  });

  let failed = 0;
  for (let first = 0; first < calls; first += atOnce) {
    const apps = Array.from({ length: atOnce }, (_, index) => String(first + index));
    const outcomes = Promise.allSettled(
      apps.map((app_id) => client.getSessionsDataSeries({ length: 1, app_id })),
    );
    await vi.runAllTimersAsync();

    for (const [index, outcome] of (await outcomes).entries()) {
      const app = apps[index] ?? '';
      const done = server.done.get(app) ?? [];
      const last = done.at(-1) ?? 'well';
      expect(done.length).toBeLessThanOrEqual(1 + maxRetries);
      // Only retryable faults were followed by another attempt.
      for (const fault of done.slice(0, -1)) {
        expect(fault === 'well' ? fault : errorOf(fault)).toMatch(
          /^(RateLimit|Server|Network|Timeout|InvalidResponse)Error$/,
        );
      }
      if (outcome.status === 'fulfilled') {
        expect(last).toBe('well');
        expect(outcome.value.data).toEqual(pointsOf(app));
      } else {
        const error: SessionSeriesError = outcome.reason;
        failed++;
        expect(last).not.toBe('well');
        expect(error).toMatchObject({ name: last === 'well' ? '' : errorOf(last), attempts: done.length });
        expect(error.request.url).toContain(`app_id=${app}`);
        expect(done).toHaveLength(1 + maxRetries);
      }
    }
    expect(vi.getTimerCount(), 'timers left behind').toBe(0);
    expect(server.hanging(), 'requests left hanging').toBe(0);
  }
  expect(unheard).toEqual([]);
  // Four faults in a row are rare: about 0.2 to the power of 4.
  expect(failed / calls).toBeGreaterThan(0.0005);
  expect(failed / calls).toBeLessThan(0.004);
});

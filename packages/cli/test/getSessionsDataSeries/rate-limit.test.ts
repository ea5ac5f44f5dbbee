import { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { mockServer } from '../support/mock.ts';
import { run, temporaryFolder } from '../support/run.ts';

test('an export of 200 requests under a limit of 50 in 10 seconds waits for each reset, without one 429', async () => {
  const clock = skippingClock();
  try {
    const { mock, args, env } = await mockServer({ faults: 'limit=50/10s' }, 'running');
    const file = join(temporaryFolder(), 'sessions.csv');
    // 20,000 hours.
    const period = ['--from', '2023-01-01', '--to', '2025-04-13T08:00:00Z', '--unit', 'hour'];
    const { code, stderr } = await run(['export', ...period, ...args, file], { env, now: clock.now() });
    expect(code, stderr).toBe(0);
    expect(mock.requests().map(({ status }) => status)).toEqual(Array.from({ length: 200 }, () => 200));
    // From 3 seconds after the start of a window to the start of the third after it.
    expect(clock.waited()).toBe(27_000);
  } finally {
    clock.restore();
  }
});

/**
 * A clock of the command and the mock that only moves when the command waits: once every request is answered, a wait of some
 * seconds is skipped. Longer ones, which are time limits, stay real.
 */
function skippingClock() {
  const begin = Date.parse('2026-03-01T12:30:03Z');
  let [now, unanswered] = [begin, 0];
  const { fetch, setTimeout } = globalThis;
  const { writeHead } = ServerResponse.prototype;
  vi.spyOn(Date, 'now').mockImplementation(() => now);
  vi.spyOn(ServerResponse.prototype, 'writeHead').mockImplementation(function (
    this: ServerResponse,
    ...head
  ) {
    this.setHeader('Date', new Date(now).toUTCString());
    return writeHead.apply(this, head);
  });
  vi.stubGlobal('fetch', async (...call: Parameters<typeof fetch>) => {
    unanswered++;
    return await fetch(...call).finally(() => unanswered--);
  });
  vi.stubGlobal('setTimeout', (run: (...args: unknown[]) => void, milliseconds = 0, ...args: unknown[]) => {
    const due = now + milliseconds;
    const timer = setTimeout(run, milliseconds, ...args);
    const skip = () => {
      // Cleared, or one that a process would not wait for, such as that of an idle connection.
      if (!timer.hasRef()) return;
      if (unanswered > 0) return void setImmediate(skip);
      clearTimeout(timer);
      now = Math.max(now, due);
      run(...args);
    };
    if (milliseconds < 20_000) setImmediate(skip);
    return timer;
  });
  return {
    now: () => now,
    waited: () => now - begin,
    restore() {
      vi.unstubAllGlobals();
      vi.restoreAllMocks();
    },
  };
}

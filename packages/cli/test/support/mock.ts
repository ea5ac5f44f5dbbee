import { type StartOptions, startMock } from '@session-series/mock';
import { onTestFinished } from 'vitest';

/** A mock with a frozen clock, so that a series is the same at any time. */
const frozen = '2026-03-01T12:30:00Z';

/**
 * Starts a mock until the end of the test, and returns the options and environment to use it.
 *
 * @param clock whether its clock stands still.
 */
export async function mockServer(options: StartOptions = {}, clock: 'frozen' | 'running' = 'frozen') {
  const mock = await startMock({ port: 0, ...(clock === 'frozen' && { now: frozen }), ...options });
  onTestFinished(() => mock.close());
  return {
    mock,
    args: ['--instance', mock.url] as const,
    env: { SESSION_SERIES_API_KEY: 'test-key' },
    now: Date.parse(frozen),
  };
}

/**
 * The mock in the same process: no server, no Prism, nothing of Node.js. For pages on a static host.
 * @module
 */
import { answerFetch } from './fetch.ts';
import { Mock } from './mock.ts';
import type { MockOptions } from './options.ts';

export { FaultSyntaxError } from './faults/parse.ts';
export type { LoggedRequest, MockOptions } from './options.ts';
export { knownApps, knownSegments } from './series/catalogue.ts';
export { type Recording, type RecordingFormat, readRecording } from './series/recording.ts';
export type { Known, SessionSource } from './series/source.ts';

/**
 * A `fetch` that answers like the mock's server, whatever host the URL names.
 *
 * @example
 * const fetch = createMockFetch({ now: '2026-01-31T12:00:00Z' });
 * const response = await fetch('https://mock.invalid/sessions/data_series?length=14', {
 *   headers: { Authorization: 'Bearer any-key' },
 * });
 *
 * It rejects like `fetch`: with the signal's reason, and with a `TypeError` when a broken connection was asked for.
 * @throws FaultSyntaxError if `faults` is wrong @throws RangeError if `now` is no time
 */
export function createMockFetch(options: MockOptions = {}): typeof globalThis.fetch {
  const mock = new Mock(options);
  return (input, init) =>
    answerFetch(mock, new Request(input, init), () => {
      throw new TypeError('fetch failed: the mock was asked to reset the connection');
    });
}

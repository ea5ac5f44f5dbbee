import { createMockServer, type RunningMock } from 'openapi-mock-engine';
import { document } from './generated/document.ts';
import { type StartOptions, toEngineOptions } from './options.ts';

/**
 * Starts a mock of session analytics.
 *
 * @example
 * await using mock = await startMock({ port: 0 });
 * const response = await fetch(`${mock.url}/sessions/data_series?length=3`, {
 *   headers: { Authorization: 'Bearer any-key' },
 * });
 *
 * @throws ListenError if the port is taken or the host is not this machine's
 * @throws FaultSyntaxError if `faults` is wrong @throws RangeError if an option is invalid
 */
export function startMock(options: StartOptions = {}): Promise<RunningMock> {
  const { source: _source, ...server } = options;
  return createMockServer(document, { ...server, ...toEngineOptions(options) });
}

/**
 * A mock of session analytics with responses that follow the request.
 * @module
 */
export {
  FaultSyntaxError,
  ListenError,
  type LoggedRequest,
  type RunningMock,
  type UnknownParameters,
} from 'openapi-mock-engine';
export type { MockOptions, StartOptions } from './options.ts';
export * from './series/index.ts';
export { startMock } from './start-mock.ts';

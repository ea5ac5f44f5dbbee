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
export { knownApps, knownSegments } from './series/catalogue.ts';
export { type Recording, type RecordingFormat, readRecording } from './series/recording.ts';
export type { Known, SessionSource } from './series/source.ts';
export { startMock } from './start-mock.ts';

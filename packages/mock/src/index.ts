/**
 * A mock of session analytics whose answers follow the request.
 * @module
 */
export { FaultSyntaxError } from './faults/parse.ts';
export type { LoggedRequest, MockOptions } from './options.ts';
export type { UnknownParameters } from './request/check.ts';
export { knownApps, knownSegments } from './series/catalogue.ts';
export { type Recording, type RecordingFormat, readRecording } from './series/recording.ts';
export type { Known, SessionSource } from './series/source.ts';
export { ListenError, type RunningMock, type StartOptions, startMock } from './start-mock.ts';

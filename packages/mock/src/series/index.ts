/** What the package exports besides the mock of the contract. */
export { knownApps, knownSegments } from './catalogue.ts';
export { type Recording, type RecordingFormat, readRecording } from './recording.ts';
export type { Known, SessionSource } from './source.ts';

import type { Known } from './source.ts';

/** An app of the mock: how busy it is, and when. */
export interface KnownApp extends Known {
  /** Mean sessions in a quarter of an hour, in the year the mock's trend starts from. */
  base: number;
  /** How far its users' day is behind UTC, in quarters of an hour. */
  phase: number;
}

/** A segment of the mock: the share of an app's sessions that its users have. */
export interface KnownSegment extends Known {
  share: number;
}

export const knownApps: readonly KnownApp[] = [
  { id: 'app-ios', name: 'iOS app', base: 9, phase: 20 },
  { id: 'app-android', name: 'Android app', base: 14, phase: 16 },
  { id: 'app-web', name: 'Website', base: 6, phase: -4 },
];

export const knownSegments: readonly KnownSegment[] = [
  { id: 'segment-loyal', name: 'Loyal users', share: 0.42 },
  { id: 'segment-new', name: 'New users', share: 0.18 },
  { id: 'segment-lapsing', name: 'Lapsing users', share: 0.06 },
];

/** The identifiers and names of apps or segments, without the parameters of the model. */
export function namesOf(known: readonly Known[]): Known[] {
  return known.map(({ id, name }) => ({ id, name }));
}

/** Where session counts come from: the model, or a recorded export. */
export interface SessionSource {
  /**
   * Sessions from `from` (inclusive) to `to` (exclusive), both in whole minutes since the epoch, UTC.
   * Without an app, the sum over the known apps; without a segment, every user counts.
   */
  count(from: number, to: number, app?: string, segment?: string): number;
  readonly apps: readonly Known[];
  readonly segments: readonly Known[];
}

/** An app or a segment that has a name. */
export interface Known {
  id: string;
  name: string;
}

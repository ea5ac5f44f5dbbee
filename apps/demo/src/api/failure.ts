/** Why there is no series, as the page shows it. */
export type Failure =
  | { kind: 'status'; status: number; message: string; resetAt: number | undefined }
  | { kind: 'network' }
  | { kind: 'timeout' }
  | { kind: 'invalid' };

/** A failure on its way through TanStack Query. */
export class SeriesFailure extends Error {
  override name = 'SeriesFailure';
  readonly failure: Failure;
  constructor(failure: Failure, cause: unknown) {
    super(`The series was not fetched: ${failure.kind}`, { cause });
    this.failure = failure;
  }
}

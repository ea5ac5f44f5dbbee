/** The command line or the environment is invalid; the message says what to do. */
export class UsageError extends Error {
  override name = 'UsageError';
}

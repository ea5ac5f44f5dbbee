/** The command line or the environment is wrong; the message says what to do. */
export class UsageError extends Error {
  override name = 'UsageError';
}

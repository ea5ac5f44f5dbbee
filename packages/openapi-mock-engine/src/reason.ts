/** The message of whatever was thrown. */
export function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // `fetch` only says that it failed; its cause says why.
  const { message, cause } = error;
  return cause instanceof Error && cause.message !== '' ? `${message} (${cause.message})` : message;
}

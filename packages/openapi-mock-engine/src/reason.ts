/** The message of a thrown value, which need not be an error. */
export function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // `fetch` only says that it failed; its cause says why.
  const { message, cause } = error;
  return cause instanceof Error && cause.message !== '' ? `${message} (${cause.message})` : message;
}

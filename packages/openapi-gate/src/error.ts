/** Something that the user can fix: a missing file, an unknown branch, a setting. The message says how. */
export class GateError extends Error {
  override readonly name = 'GateError';
}

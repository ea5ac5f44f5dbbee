/** The document is not a valid contract, or uses an unsupported feature. The message names the place. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  /** JSON Pointer to the place, such as `/paths/~1pets/get`; empty for the document itself. */
  readonly pointer: string;

  constructor(message: string, pointer = '') {
    super(message);
    this.pointer = pointer;
  }
}

/** The document is not a contract that can be read, or uses something that is not supported. The message names the place. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  /** JSON Pointer to the place, such as `/paths/~1pets/get`; empty for the document itself. */
  readonly pointer: string;

  constructor(message: string, pointer = '') {
    super(message);
    this.pointer = pointer;
  }
}

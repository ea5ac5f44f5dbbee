/** The exit codes, based on `sysexits.h`; 130 and 143 are 128 plus the number of the signal. */
export const exitCodes = {
  /** Done. */
  ok: 0,
  /** An invalid command, option or value. */
  usage: 64,
  /** A file has invalid content. */
  data: 65,
  /** An input file is missing. */
  noInput: 66,
  /** The server cannot be reached, or keeps failing. */
  unavailable: 69,
  /** A bug in this program. */
  software: 70,
  /** The output file cannot be created, or another process is writing it. */
  cannotCreate: 73,
  /** Writing failed: disk full, file too large. */
  io: 74,
  /** The rate limit is used up; try again later. */
  rateLimit: 75,
  /** The response does not match the contract. */
  protocol: 76,
  /** The key is refused: wrong key, wrong instance, or no permission. */
  noPermission: 77,
  /** No key, no instance, or a configuration file with a mistake. */
  configuration: 78,
  /** Ctrl-C. */
  interrupted: 130,
  /** SIGTERM. */
  terminated: 143,
} as const;

/** The name of an exit code. */
export type ExitReason = keyof typeof exitCodes;

/** Ends the command with a message for users and an exit code. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly reason: ExitReason;

  /** @param message what is wrong, what was expected, and what to do. */
  constructor(reason: ExitReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

import type { ResponseEvent } from '@session-series/client';
import { CommandError } from '../exit-codes.ts';
import type { Words } from '../words/words.ts';

/** How far off this machine's clock may be, because it decides what counts as complete: five minutes. */
export const tolerance = 300_000;

/** Compares this machine's clock with the server's, using the `Date` header of each response. */
export class ClockCheck {
  readonly #now: () => number;
  /** How far this machine is ahead of the server, in milliseconds; undefined before the first response. */
  ahead: number | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** A hook of the client that reads the clock of each response. */
  readonly onResponse = ({ responseHeaders }: ResponseEvent): void => {
    const server = Date.parse(responseHeaders['date'] ?? '');
    if (!Number.isNaN(server)) this.ahead ??= this.#now() - server;
  };

  /** Refuses to rely on a wrong clock. @throws CommandError */
  refuseWrongClock(words: Words): void {
    if (this.ahead === undefined || Math.abs(this.ahead) <= tolerance) return;
    throw new CommandError('configuration', words.clock.wrong(this.ahead));
  }
}

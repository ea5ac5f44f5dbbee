import type { ClientOptions } from '@session-series/client';
import { CommandError } from '../exit-codes.ts';
import type { Words } from '../words/words.ts';

/** How far off this machine's clock may be, because it decides what counts as complete: five minutes. */
export const tolerance = 300_000;

/** Compares this machine's clock with the server's, using the `Date` header of the first response. */
export class ClockCheck {
  readonly #now: () => number;
  /** How far this machine is ahead of the server, in milliseconds; undefined before the first response. */
  ahead: number | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The platform's `fetch`, which reads the clock of the first response. A hook would receive the headers of each. */
  readonly fetch: NonNullable<ClientOptions['fetch']> = async (url, init) => {
    const response = await fetch(url, init);
    if (this.ahead === undefined) {
      const server = Date.parse(response.headers.get('date') ?? '');
      if (!Number.isNaN(server)) this.ahead = this.#now() - server;
    }
    return response;
  };

  /** Refuses to rely on a wrong clock. @throws CommandError */
  refuseWrongClock(words: Words): void {
    if (this.ahead === undefined || Math.abs(this.ahead) <= tolerance) return;
    throw new CommandError('configuration', words.clock.wrong(this.ahead));
  }
}

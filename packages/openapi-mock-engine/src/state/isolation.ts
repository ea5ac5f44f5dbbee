import { header, type MockRequest } from '../message.ts';

/** The maximum number of states; the oldest one is dropped first. */
const mostStates = 1_000;

/** Separate states: one for each value of the header `X-Mock-Isolation`, and one for requests without it. */
export class IsolatedStates {
  readonly #states = new Map<string, Map<string, unknown>>();

  of(request: MockRequest): Map<string, unknown> {
    const name = header(request, 'x-mock-isolation') ?? '';
    const kept = this.#states.get(name);
    if (kept !== undefined) return kept;
    const [oldest] = this.#states.keys();
    if (this.#states.size >= mostStates && oldest !== undefined) this.#states.delete(oldest);
    const made = new Map<string, unknown>();
    this.#states.set(name, made);
    return made;
  }

  reset(): void {
    this.#states.clear();
  }
}

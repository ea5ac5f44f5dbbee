import type { MockOptions } from '../options.ts';
import { reason } from '../reason.ts';
import type { Drift } from '../record/drift.ts';
import { createProxy } from '../record/proxy.ts';
import { Replay, readRecording } from '../record/recording.ts';
import { appendLine, readText, writeText } from './files.ts';
import type { CommandOptions } from './read-options.ts';

/** What answers before the mock: a real API, or a recording of one. */
export interface Interception {
  options: Pick<MockOptions, 'intercept'>;
  /** Empties the file of the recording, once the mock listens. @throws FileError */
  begin(): void;
  /** What the comparison with the contract has found; `undefined` if nothing was compared. */
  summary(): string | undefined;
}

/** Reads the options `--proxy`, `--record` and `--replay`. @throws FileError @throws RecordingError */
export function interception(
  { proxy, record, replay }: CommandOptions,
  note: (line: string) => void,
): Interception {
  if (replay !== undefined) {
    const recorded = new Replay(readRecording(readText('--replay', replay), `--replay ${replay}`));
    return {
      options: { intercept: (request, contract) => recorded.answer(request, contract) },
      begin: () => undefined,
      summary: () => undefined,
    };
  }
  if (proxy === undefined) return { options: {}, begin: () => undefined, summary: () => undefined };
  const differences = new Differences(note);
  let forward: ReturnType<typeof createProxy> | undefined;
  return {
    options: {
      intercept: async (request, contract) => {
        forward ??= createProxy(contract, proxy);
        const { answer, exchange, drift } = await forward(request);
        differences.add(drift);
        if (record !== undefined) keep(record, exchange, note);
        return answer;
      },
    },
    begin: () => {
      if (record !== undefined) writeText('--record', record, '');
    },
    summary: () => differences.summary(),
  };
}

/** Records an exchange. The client gets the answer of the API in any case. */
function keep(file: string, exchange: object, note: (line: string) => void): void {
  try {
    appendLine('--record', file, JSON.stringify(exchange));
  } catch (error) {
    note(`Not recorded: ${reason(error)}`);
  }
}

/** The maximum number of differences that are remembered: a value in a message can make each of them different. */
const mostDifferences = 10_000;

/** Where an API differs from its contract: each difference is printed when it is first seen. */
class Differences {
  readonly #seen = new Set<string>();
  readonly #note: (line: string) => void;
  #compared = 0;

  constructor(note: (line: string) => void) {
    this.#note = note;
  }

  add(drift: readonly Drift[]): void {
    this.#compared += 1;
    for (const { operation, side, message } of drift) {
      const line = `drift: ${operation} ${side}: ${message}`;
      if (this.#seen.has(line) || this.#seen.size >= mostDifferences) continue;
      this.#seen.add(line);
      this.#note(line);
    }
  }

  summary(): string | undefined {
    if (this.#compared === 0) return undefined;
    const count = (number: number, word: string): string =>
      `${number || 'no'} ${word}${number === 1 ? '' : 's'}`;
    return `Compared ${count(this.#compared, 'exchange')} with the contract: ${count(this.#seen.size, 'difference')}.`;
  }
}

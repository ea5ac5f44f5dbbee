import { type Coverage, CoverageCounter } from '../coverage/counter.ts';
import type { Fault } from '../faults/parse.ts';
import type { MockAnswer, MockRequest } from '../message.ts';
import type { CheckedRequest, Contract, Operation } from '../model/index.ts';
import type { MockOptions } from '../options.ts';
import { reason } from '../reason.ts';
import { describeRequest } from './describe.ts';
import { RequestLog } from './request-log.ts';

/** A request with its answer. */
interface Answered {
  request: MockRequest;
  /** `undefined` if no operation of the contract matches. */
  operation: Operation | undefined;
  /** The parsed request, if it was valid. */
  checked: CheckedRequest | undefined;
  /** The answer before faults. */
  answer: MockAnswer;
  /** The answer as it is sent. */
  sent: MockAnswer;
  fault: Fault | undefined;
  /** When the request came, in epoch milliseconds. */
  at: number;
}

/** Records the answered requests of a mock: in the log, for the coverage, and for the listener. */
export class Journal {
  readonly log = new RequestLog();
  #contract: Contract;
  #coverage: CoverageCounter;
  readonly #warn: (warning: string) => void;
  #hasWarnedOfListener = false;

  constructor(contract: Contract, warn: (warning: string) => void) {
    this.#contract = contract;
    this.#coverage = new CoverageCounter(contract);
    this.#warn = warn;
  }

  /** Which operations, statuses, parameters and examples were used since the last reset. */
  coverage(): Coverage {
    return this.#coverage.report();
  }

  /** Forgets requests and coverage. */
  reset(): void {
    this.log.reset();
    this.#coverage.reset();
  }

  /** Counts the coverage of another contract, with what was counted so far; the log is kept. */
  replace(contract: Contract): void {
    const before = this.#coverage.report();
    this.#contract = contract;
    this.#coverage = new CoverageCounter(contract);
    this.#coverage.restore(before);
  }

  /** Records a request. A failing listener is only a warning, the first time. */
  record(
    { request, operation, checked, answer, sent, fault, at }: Answered,
    onRequest: MockOptions['onRequest'],
  ): void {
    const { entry, body } = describeRequest(request, operation, { answer, checked }, this.#contract);
    entry.status = sent.status;
    entry.at = at;
    if (fault !== undefined) entry.fault = fault;
    this.log.add(entry, body);
    if (operation !== undefined) this.#coverage.add(operation, request, sent, checked);
    if (onRequest === undefined) return;
    try {
      onRequest(body === undefined ? entry : { ...entry, body: body.decode(body.bytes) });
    } catch (error) {
      if (this.#hasWarnedOfListener) return;
      this.#hasWarnedOfListener = true;
      this.#warn(`onRequest failed: ${reason(error)}`);
    }
  }
}

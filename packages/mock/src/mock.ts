import { allowOrigin, isPreflight, preflightAnswer } from './answer/cors.ts';
import { exampleAnswer, type LaneContext, pass } from './answer/lane.ts';
import { errorAnswer, header, jsonAnswer, type MockAnswer, type MockRequest } from './answer/message.ts';
import { findRoute } from './answer/route.ts';
import { control, isControl } from './control/control.ts';
import { applyFault } from './faults/apply-fault.ts';
import { Faults, type Plan } from './faults/faults.ts';
import { FaultSyntaxError } from './faults/parse.ts';
import { contract } from './generated/contract.ts';
import { RateLimit } from './limit/rate-limit.ts';
import { RequestLog } from './log/request-log.ts';
import type { LoggedRequest, MockOptions } from './options.ts';
import { createModel } from './series/model.ts';

/** An answer, and what has to happen on the way: milliseconds to wait, a connection to break or to leave hanging. */
export interface Outcome {
  answer: MockAnswer;
  delay: number;
  fault: 'reset' | 'stall' | undefined;
}

/** Answers a request by other means than the fast lane. */
export type Lane = (request: MockRequest, context: LaneContext) => MockAnswer | Promise<MockAnswer>;

/** The header that asks for faults for one request. */
const faultsHeader = 'x-mock-faults';

/** The lane where no Prism is: checks, handlers and the contract's examples. */
export const portableLane: Lane = (request, context) => {
  const passed = pass(request, context);
  return 'answer' in passed ? passed.answer : exampleAnswer(passed.route, passed.preference);
};

/** A mock without a server: what the CLI, the library, MSW and the browser have in common. */
export class Mock {
  readonly log = new RequestLog();
  readonly source;
  readonly faults: Faults;
  readonly rateLimit: RateLimit;
  readonly #options: MockOptions;
  readonly #context: LaneContext;
  readonly #lane: Lane;

  /** @throws FaultSyntaxError @throws RangeError if `now` is no time */
  constructor(options: MockOptions = {}, lane: Lane = portableLane) {
    const frozen = options.now === undefined ? undefined : new Date(options.now).getTime();
    if (Number.isNaN(frozen)) {
      throw new RangeError(`now: ${JSON.stringify(options.now)} is no time. Expected an ISO 8601 date-time.`);
    }
    this.#options = options;
    this.#lane = lane;
    this.source = options.source ?? createModel(options.seed);
    this.faults = new Faults(options.seed ?? 1, options.faults);
    this.rateLimit = new RateLimit();
    this.#applyLimit();
    this.#context = {
      source: this.source,
      now: frozen === undefined ? Date.now : () => frozen,
      unknownParameters: options.unknownParameters ?? 'reject',
      onWarning: options.onWarning ?? (() => undefined),
    };
  }

  /** Puts the budget of the faults in force, or else that of the options. */
  #applyLimit(): void {
    const { requests, window } = this.faults.limit ?? {};
    this.rateLimit.reset(
      requests ?? this.#options.rateLimit ?? contract.rateLimit,
      window ?? this.#options.rateLimitWindow ?? contract.rateLimitWindow,
    );
  }

  /** Puts other directives in force and begins them anew. @throws FaultSyntaxError */
  setFaults(directives: string): void {
    this.faults.set(directives);
    this.#applyLimit();
  }

  /** Forgets every request, refills the budget, and begins the faults of the start anew. */
  reset(): void {
    this.log.reset();
    this.setFaults(this.#options.faults ?? '');
  }

  /** Answers a request. @param body its body; only the control API reads one */
  handle(request: MockRequest, body = ''): Outcome | Promise<Outcome> {
    if (isPreflight(request)) return plain(preflightAnswer(request));
    if (isControl(request.path)) {
      const answer = control(request, body, this);
      allowOrigin(request, answer.headers);
      return plain(answer);
    }
    const at = Date.now();
    const allowed = this.rateLimit.take(at);
    const plan = this.#plan(request);
    const answer =
      'status' in plan && plan.status !== undefined
        ? statusAnswer(plan.status, request)
        : this.#answer(request, allowed, plan);
    return answer instanceof Promise
      ? answer.then((settled) => this.#finish(request, settled, plan, at))
      : this.#finish(request, answer, plan, at);
  }

  #plan(request: MockRequest): Plan & { finding?: string } {
    try {
      return this.faults.plan(header(request, faultsHeader));
    } catch (error) {
      if (error instanceof FaultSyntaxError) return { delay: 0, finding: `X-Mock-Faults: ${error.message}` };
      throw error;
    }
  }

  #answer(
    request: MockRequest,
    allowed: boolean,
    plan: { finding?: string },
  ): MockAnswer | Promise<MockAnswer> {
    if (plan.finding !== undefined) return errorAnswer(400, [plan.finding]);
    return allowed ? this.#lane(request, this.#context) : statusAnswer(429, request);
  }

  #finish(request: MockRequest, answer: MockAnswer, plan: Plan, at: number): Outcome {
    const faulty = applyFault(answer, plan.fault);
    this.rateLimit.write(faulty.headers);
    allowOrigin(request, faulty.headers);
    const { method, path, query } = request;
    const entry: LoggedRequest = { method, path, query, status: faulty.status, at };
    if (plan.fault !== undefined) entry.fault = plan.fault;
    if (answer.status >= 400) entry.message = messageOf(answer);
    this.log.add(entry);
    this.#options.onRequest?.(entry);
    const fault = plan.fault === 'reset' || plan.fault === 'stall' ? plan.fault : undefined;
    return { answer: faulty, delay: plan.delay, fault };
  }
}

function plain(answer: MockAnswer): Outcome {
  return { answer, delay: 0, fault: undefined };
}

/** The sentence of an error: every one has it, since the contract asks for it. */
function messageOf(answer: MockAnswer): string {
  return JSON.parse(answer.body).message;
}

/** The contract's own example of a status, the asked operation's first, or a word about it if the contract has none. */
function statusAnswer(status: number, { method, path }: MockRequest): MockAnswer {
  const asked = findRoute(method, path)?.operation;
  for (const { responses } of asked ? [asked, ...contract.operations] : contract.operations) {
    const example = responses.find((response) => response.status === status)?.examples[0];
    if (example !== undefined) return jsonAnswer(status, JSON.stringify(example.value));
  }
  return errorAnswer(status, [`Status ${status} was asked of the mock; the contract does not document it.`]);
}

import { allowOrigin, isPreflight, preflightAnswer } from './answer/cors.ts';
import { exampleAnswer, type LaneContext, pass } from './answer/lane.ts';
import { errorAnswer, header, jsonAnswer, type MockAnswer, type MockRequest } from './answer/message.ts';
import { findRoute } from './answer/route.ts';
import { control, isControl } from './control/control.ts';
import { contract } from './generated/contract.ts';
import { RateLimit } from './limit/rate-limit.ts';
import { RequestLog } from './log/request-log.ts';
import { Misbehaviour, type Plan } from './misbehaviour/misbehaviour.ts';
import { MisbehaviourSyntaxError } from './misbehaviour/parse.ts';
import { spoil } from './misbehaviour/spoil.ts';
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

/** The header that asks for misbehaviour towards one request. */
const misbehaveHeader = 'x-mock-misbehave';

/** The lane where no Prism is: checks, behaviours and the contract's examples. */
export const portableLane: Lane = (request, context) => {
  const passed = pass(request, context);
  return 'answer' in passed ? passed.answer : exampleAnswer(passed.route, passed.preference);
};

/** A mock without a server: what the CLI, the library, MSW and the browser have in common. */
export class Mock {
  readonly log = new RequestLog();
  readonly source;
  readonly misbehaviour: Misbehaviour;
  readonly rateLimit: RateLimit;
  readonly #options: MockOptions;
  readonly #context: LaneContext;
  readonly #lane: Lane;

  /** @throws MisbehaviourSyntaxError @throws RangeError if `now` is no time */
  constructor(options: MockOptions = {}, lane: Lane = portableLane) {
    const frozen = options.now === undefined ? undefined : new Date(options.now).getTime();
    if (Number.isNaN(frozen)) {
      throw new RangeError(`now: ${JSON.stringify(options.now)} is no time. Expected an ISO 8601 date-time.`);
    }
    this.#options = options;
    this.#lane = lane;
    this.source = options.source ?? createModel(options.seed);
    this.misbehaviour = new Misbehaviour(options.seed ?? 1, options.misbehave);
    this.rateLimit = new RateLimit();
    this.#applyLimit();
    this.#context = {
      source: this.source,
      now: frozen === undefined ? Date.now : () => frozen,
      unknownParameters: options.unknownParameters ?? 'reject',
      onWarning: options.onWarning ?? (() => undefined),
    };
  }

  /** Puts the budget of the misbehaviour in force, or else that of the options. */
  #applyLimit(): void {
    const { requests, window } = this.misbehaviour.limit ?? {};
    this.rateLimit.reset(
      requests ?? this.#options.rateLimit ?? contract.rateLimit,
      window ?? this.#options.rateLimitWindow ?? contract.rateLimitWindow,
    );
  }

  /** Puts other directives in force and begins them anew. @throws MisbehaviourSyntaxError */
  misbehave(directives: string): void {
    this.misbehaviour.set(directives);
    this.#applyLimit();
  }

  /** Forgets every request, refills the budget, and begins the misbehaviour of the start-up anew. */
  reset(): void {
    this.log.reset();
    this.misbehave(this.#options.misbehave ?? '');
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
      return this.misbehaviour.plan(header(request, misbehaveHeader));
    } catch (error) {
      if (error instanceof MisbehaviourSyntaxError)
        return { delay: 0, finding: `X-Mock-Misbehave: ${error.message}` };
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
    const spoilt = spoil(answer, plan.fault);
    this.rateLimit.write(spoilt.headers);
    allowOrigin(request, spoilt.headers);
    const { method, path, query } = request;
    const entry: LoggedRequest = { method, path, query, status: spoilt.status, at };
    if (plan.fault !== undefined) entry.fault = plan.fault;
    if (answer.status >= 400) entry.message = messageOf(answer);
    this.log.add(entry);
    this.#options.onRequest?.(entry);
    const fault = plan.fault === 'reset' || plan.fault === 'stall' ? plan.fault : undefined;
    return { answer: spoilt, delay: plan.delay, fault };
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

import { allowOrigin, isPreflight, preflightAnswer } from './answer/cors.ts';
import { answerRequest } from './attempt.ts';
import { control, isControl } from './control/control.ts';
import type { Coverage } from './coverage/counter.ts';
import { applyFault, isTransportFault, type Outcome } from './faults/apply-fault.ts';
import { Faults, type Plan } from './faults/faults.ts';
import { plannedAnswer } from './faults/forced.ts';
import { RateLimit } from './limit/rate-limit.ts';
import { Journal } from './log/journal.ts';
import type { RequestFilter, RequestLog } from './log/request-log.ts';
import type { MockAnswer, MockRequest } from './message.ts';
import type { Contract } from './model/index.ts';
import { checkOptions, frozenTime, type LoggedRequest, type MockOptions } from './options.ts';
import { createPipeline, type Guard, type Pipeline } from './pipeline.ts';
import type { Result } from './respond.ts';
import type { Route } from './route.ts';
import { sendWebhook, type WebhookAnswer } from './webhook.ts';

/** The header that replaces `Cookie`, which no page can send. */
const cookieHeader = 'x-mock-cookie';

/**
 * A mock without a server, shared by the command line, the library, MSW and the browser.
 *
 * @example
 * const mock = new Mock(document, { handlers, seed: 7 });
 * expect(mock.requests({ operationId: 'getPet' })).toHaveLength(1);
 */
export class Mock {
  readonly log: RequestLog;
  readonly faults: Faults;
  readonly rateLimit = new RateLimit();
  /** Hosts that may use the control API; set by a server. `undefined` if other machines cannot reach the mock. */
  hosts: readonly string[] | undefined;
  #pipeline: Pipeline;
  readonly #journal: Journal;
  #options: MockOptions;
  #guard: Guard | undefined;
  readonly #now: () => number;

  /**
   * @param document a parsed OpenAPI document, or the result of `readContract`
   * @throws ContractError if it cannot be read. @throws FaultSyntaxError @throws RangeError if an option is invalid
   */
  constructor(document: unknown, options: MockOptions = {}, guard?: Guard) {
    checkOptions(options);
    const frozen = frozenTime(options.now);
    this.#now = frozen === undefined ? Date.now : () => frozen;
    this.#options = options;
    this.#guard = guard;
    this.#pipeline = this.#pipelineOf(document, options);
    this.#journal = new Journal(this.contract, (warning) => this.#warn(warning));
    this.log = this.#journal.log;
    this.faults = new Faults(options.seed ?? 1, options.faults);
    this.faults.check(this.contract);
    this.#applyLimit();
  }

  get contract(): Contract {
    return this.#pipeline.contract;
  }

  get control(): boolean | { token: string } {
    return this.#options.control ?? true;
  }

  get about(): { readonly [name: string]: unknown } {
    return this.#options.about ?? {};
  }

  /** The latest 1,000 requests, oldest first; only those that match the filter, if there is one. */
  requests(filter?: RequestFilter): LoggedRequest[] {
    return this.log.list(filter);
  }

  /** Which operations, statuses, parameters and examples were used since the last reset. */
  coverage(): Coverage {
    return this.#journal.coverage();
  }

  /** Replaces the active faults, from their first step. @throws FaultSyntaxError */
  setFaults(directives: string): void {
    const before = this.faults.text;
    this.faults.set(directives);
    try {
      this.faults.check(this.contract);
    } catch (error) {
      this.faults.set(before);
      throw error;
    }
    this.#applyLimit();
  }

  /** Forgets requests, coverage and created resources, refills the budget, and restores the faults of the start. */
  reset(): void {
    this.#journal.reset();
    this.#pipeline.reset();
    this.setFaults(this.#options.faults ?? '');
  }

  /** Replaces the contract or the handlers. @throws like the constructor, and then changes nothing */
  replace(document: unknown, options: Pick<MockOptions, 'handlers'> = {}, guard = this.#guard): void {
    const next = { ...this.#options, ...options };
    checkOptions(next);
    const pipeline = this.#pipelineOf(document, next);
    this.#pipeline = pipeline;
    this.#guard = guard;
    this.#journal.replace(pipeline.contract);
    this.#options = next;
  }

  /** Answers a request. */
  handle(sent: MockRequest): Outcome | Promise<Outcome> {
    const cookie = sent.headers[cookieHeader];
    const request = cookie === undefined ? sent : { ...sent, headers: { ...sent.headers, cookie } };
    if (isControl(request.path)) {
      const answer = control(request, this);
      return answer instanceof Promise ? answer.then(plain) : plain(answer);
    }
    if (isPreflight(request)) return plain(preflightAnswer(request));
    const at = Date.now();
    const isAllowed = this.rateLimit.take(at);
    const route = this.#pipeline.router.route(request);
    const found = 'operation' in route ? route : undefined;
    const plan = this.faults.plan(found?.operation.id, request);
    const finish = (result: Result): Outcome => this.#finish(request, found, result, plan, at);
    const secondsLeft = isAllowed ? undefined : this.rateLimit.secondsLeft(at);
    const given = plannedAnswer(this.#pipeline, plan, found?.operation, secondsLeft);
    const result =
      given === undefined
        ? answerRequest(this.#pipeline, request, route, this.#guard, this.#options)
        : { answer: given };
    return result instanceof Promise ? result.then(finish) : finish(result);
  }

  /** The answer to an invalid HTTP message. It is counted and logged like any other. */
  refuse(finding: string, request: MockRequest, status = 400): MockAnswer {
    const at = Date.now();
    this.rateLimit.take(at);
    const answer = this.#pipeline.errors.answer(status, [finding], undefined);
    return this.#finish(request, undefined, { answer }, { delay: 0 }, at).answer;
  }

  /**
   * Sends a webhook of the contract to an address of this machine.
   *
   * @returns what the receiver answered, or why nothing was sent
   */
  sendWebhook(name: string, url: string, given?: unknown): Promise<WebhookAnswer | string> {
    return sendWebhook(this.#pipeline, name, url, given);
  }

  #pipelineOf(document: unknown, options: MockOptions): Pipeline {
    return createPipeline(document, options, this.#now, (warning) => this.#warn(warning));
  }

  #warn(warning: string): void {
    try {
      this.#options.onWarning?.(warning);
    } catch {
      // A failing listener must not change the response.
    }
  }

  /** Applies the budget of the faults, or else that of the options. */
  #applyLimit(): void {
    const { requests, window } = this.faults.limit ?? {};
    this.rateLimit.reset(
      requests ?? this.#options.rateLimit,
      window ?? this.#options.rateLimitWindow ?? 3600,
    );
  }

  #finish(
    request: MockRequest,
    route: Route | undefined,
    { answer, checked }: Result,
    plan: Plan,
    at: number,
  ): Outcome {
    const faulty = applyFault(answer, plan.fault);
    if (plan.status === 429) this.rateLimit.writeExhausted(faulty.headers, at);
    else this.rateLimit.write(faulty.headers);
    allowOrigin(request, faulty.headers);
    this.#journal.record(
      { request, operation: route?.operation, answer, checked, sent: faulty, fault: plan.fault, at },
      this.#options.onRequest,
    );
    return {
      answer: faulty,
      delay: plan.delay,
      fault: isTransportFault(plan.fault) ? plan.fault : undefined,
    };
  }
}

function plain(answer: MockAnswer): Outcome {
  return { answer, delay: 0, fault: undefined };
}

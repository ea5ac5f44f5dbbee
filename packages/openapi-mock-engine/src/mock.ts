import { allowOrigin, isPreflight, preflightAnswer } from './answer/cors.ts';
import { encodeBody } from './answer/encode.ts';
import { control, isControl } from './control/control.ts';
import { type Coverage, CoverageCounter } from './coverage.ts';
import { applyFault, isTransportFault, type TransportFault } from './faults/apply-fault.ts';
import { Faults, type Plan } from './faults/faults.ts';
import { FaultSyntaxError } from './faults/parse.ts';
import { RateLimit } from './limit/rate-limit.ts';
import { redactMessage, redactQuery } from './log/redact.ts';
import { keptHeaders, keptLine, keptText, type RequestFilter, RequestLog } from './log/request-log.ts';
import { isLoopbackUrl } from './loopback.ts';
import { header, isBodiless, type MockAnswer, type MockRequest } from './message.ts';
import { type Contract, nearest, readContract } from './model/index.ts';
import { isObject } from './model/json.ts';
import { checkOptions, frozenTime, type LoggedRequest, type MockOptions } from './options.ts';
import { type Guard, Pipeline, type Result, type Route } from './pipeline.ts';

/** An answer, and what has to happen on the way: milliseconds to wait, a fault of the connection. */
export interface Outcome {
  answer: MockAnswer;
  delay: number;
  fault: TransportFault | undefined;
}

/** The header that asks for faults for one request. */
const faultsHeader = 'x-mock-faults';

/** Bytes of a body that the log keeps, as the value that it was read as. */
const keptBody = 64 * 1024;

/**
 * A mock without a server: what the command line, the library, MSW and the browser have in common.
 *
 * @example
 * const mock = new Mock(document, { handlers, seed: 7 });
 * expect(mock.requests({ operationId: 'getPet' })).toHaveLength(1);
 */
export class Mock {
  readonly log = new RequestLog();
  readonly faults: Faults;
  readonly rateLimit = new RateLimit();
  /** Hosts that may use the control API; set by a server. `undefined` if other machines cannot reach the mock. */
  hosts: readonly string[] | undefined;
  #pipeline: Pipeline;
  #coverage: CoverageCounter;
  #options: MockOptions;
  #guard: Guard | undefined;
  readonly #now: () => number;
  #hasWarnedOfListener = false;

  /**
   * @param document a parsed OpenAPI document, or what `readContract` made of it
   * @throws ContractError if it cannot be read. @throws FaultSyntaxError @throws RangeError if an option makes no sense
   */
  constructor(document: unknown, options: MockOptions = {}, guard?: Guard) {
    checkOptions(options);
    const frozen = frozenTime(options.now);
    this.#now = frozen === undefined ? Date.now : () => frozen;
    this.#options = options;
    this.#guard = guard;
    this.#pipeline = this.#createPipeline(document, options);
    this.#coverage = new CoverageCounter(this.#pipeline.contract);
    this.faults = new Faults(options.seed ?? 1, options.faults);
    this.#checkFaults();
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

  /** The latest 1,000 requests, oldest first; only those that fit the filter, if one is given. */
  requests(filter?: RequestFilter): LoggedRequest[] {
    return this.log.list(filter);
  }

  /** Which operations, statuses and parameters were used since the last reset. */
  coverage(): Coverage {
    return this.#coverage.report();
  }

  /** Puts other faults in force, from their first step on. @throws FaultSyntaxError */
  setFaults(directives: string): void {
    const before = this.faults.text;
    this.faults.set(directives);
    try {
      this.#checkFaults();
    } catch (error) {
      this.faults.set(before);
      throw error;
    }
    this.#applyLimit();
  }

  /** Forgets requests, coverage and created resources, refills the budget, and restores the faults of the start. */
  reset(): void {
    this.log.reset();
    this.#coverage.reset();
    this.#pipeline.reset();
    this.setFaults(this.#options.faults ?? '');
  }

  /** Goes on with another contract, or with other handlers. @throws as the constructor does, and changes nothing then */
  replace(document: unknown, options: Pick<MockOptions, 'handlers'> = {}, guard = this.#guard): void {
    const next = { ...this.#options, ...options };
    checkOptions(next);
    const pipeline = this.#createPipeline(document, next);
    this.#pipeline = pipeline;
    this.#guard = guard;
    this.#coverage = new CoverageCounter(pipeline.contract);
    this.#options = next;
  }

  /** Answers a request. */
  handle(request: MockRequest): Outcome | Promise<Outcome> {
    if (isControl(request.path)) {
      const answer = control(request, this);
      return answer instanceof Promise ? answer.then(plain) : plain(answer);
    }
    if (isPreflight(request)) return plain(preflightAnswer(request));
    const at = Date.now();
    const isAllowed = this.rateLimit.take(at);
    const route = this.#pipeline.route(request);
    const found = 'operation' in route ? route : undefined;
    const plan = this.#plan(request, found);
    if (plan.status !== undefined) {
      const { status } = plan;
      return this.#finish(request, found, { answer: this.#forced(status, found) }, plan, at, status === 429);
    }
    if (plan.finding !== undefined) {
      return this.#finish(
        request,
        found,
        { answer: this.#pipeline.errors.answer(400, [plan.finding], found?.operation) },
        plan,
        at,
      );
    }
    if (!isAllowed) return this.#finish(request, found, { answer: this.#overLimit(found, at) }, plan, at);
    if (this.#options.intercept !== undefined) {
      return this.#intercept(request, found).then((answer) => {
        const result = answer === undefined ? this.#answer(request, route) : { answer };
        return result instanceof Promise
          ? result.then((settled) => this.#finish(request, found, settled, plan, at))
          : this.#finish(request, found, result, plan, at);
      });
    }
    const result = this.#answer(request, route);
    return result instanceof Promise
      ? result.then((settled) => this.#finish(request, found, settled, plan, at))
      : this.#finish(request, found, result, plan, at);
  }

  /** The answer to what is not a request, such as one that could not be read. It counts and is logged like any other. */
  refuse(finding: string, request: MockRequest): MockAnswer {
    const at = Date.now();
    this.rateLimit.take(at);
    const answer = this.#pipeline.errors.answer(400, [finding], undefined);
    return this.#finish(request, undefined, { answer }, { delay: 0 }, at).answer;
  }

  /**
   * Sends a webhook of the contract to an address of this machine.
   *
   * @returns the status and the body of the answer, or why nothing was sent
   */
  async sendWebhook(
    name: string,
    url: string,
    given?: unknown,
  ): Promise<{ status: number; body: string } | string> {
    const { webhooks, schemas } = this.contract;
    const webhook = webhooks.find(({ id, path }) => id === name || path === name);
    if (webhook === undefined) {
      const names = webhooks.map(({ path }) => path);
      const suggestion = nearest(name, names);
      return `webhook: ${JSON.stringify(name)} is not in the contract.${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`} Expected ${names.join(', ') || 'a contract with webhooks'}.`;
    }
    if (!isLoopbackUrl(url)) {
      return `url: ${JSON.stringify(url)} is not allowed. Expected an address of this machine, such as http://127.0.0.1:3000/hooks.`;
    }
    const sample = this.#pipeline.sample(webhook);
    const body = given ?? sample.body;
    const schema = webhook.requestBody?.content[0]?.schema ?? true;
    const [wrong] = schemas.check(schema, body ?? null, { in: 'body', name: 'body' }, 'request');
    if (given !== undefined && wrong !== undefined) return wrong.message;
    const mediaType = sample.mediaType ?? 'application/json';
    try {
      const response = await fetch(url, {
        method: webhook.method,
        redirect: 'manual',
        signal: AbortSignal.timeout(10_000),
        ...(body === undefined
          ? {}
          : { body: encodeBody(body, mediaType), headers: { 'content-type': mediaType } }),
      });
      return { status: response.status, body: (await response.text()).slice(0, 10_000) };
    } catch (error) {
      return `url: ${url} did not answer: ${error instanceof Error ? error.message : String(error)}.`;
    }
  }

  #createPipeline(document: unknown, options: MockOptions): Pipeline {
    // One that was read by another copy of this package is read again.
    const contract =
      isObject(document) && 'operations' in document && 'schemas' in document && 'document' in document
        ? document
        : undefined;
    return new Pipeline(
      // The cast: it has the parts of a contract.
      contract === undefined ? readContract(document) : (contract as unknown as Contract),
      {
        handlers: options.handlers ?? {},
        seed: options.seed ?? 1,
        unknownParameters: options.unknownParameters ?? 'reject',
        isStateful: options.state ?? false,
        now: this.#now,
        onWarning: (warning) => this.#warn(warning),
      },
    );
  }

  #answer(request: MockRequest, route: Route | MockAnswer): Result | Promise<Result> {
    return 'operation' in route ? this.#try(request, route) : { answer: route };
  }

  async #intercept(request: MockRequest, route: Route | undefined): Promise<MockAnswer | undefined> {
    try {
      return await this.#options.intercept?.(request, this.contract);
    } catch (error) {
      const message = `The API did not answer: ${error instanceof Error ? error.message : String(error)}`;
      this.#warn(message);
      return this.#pipeline.errors.answer(502, [message], route?.operation);
    }
  }

  /** A handler that fails is a mistake of the mock's user: 500, in words, and the mock goes on. */
  #try(request: MockRequest, route: Route): Result | Promise<Result> {
    try {
      const result = this.#pipeline.handle(request, route, this.#guard);
      return result instanceof Promise
        ? result.catch((error: unknown) => this.#failed(error, route))
        : result;
    } catch (error) {
      return this.#failed(error, route);
    }
  }

  #failed(error: unknown, { operation }: Route): Result {
    const message = `The mock failed at ${operation.id}: ${error instanceof Error ? error.message : String(error)}`;
    this.#warn(message);
    return { answer: this.#pipeline.errors.answer(500, [message], operation) };
  }

  #warn(warning: string): void {
    try {
      this.#options.onWarning?.(warning);
    } catch {
      // A failing listener must not change the response.
    }
  }

  /** Puts the budget of the faults in force, or else that of the options. */
  #applyLimit(): void {
    const { requests, window } = this.faults.limit ?? {};
    this.rateLimit.reset(
      requests ?? this.#options.rateLimit,
      window ?? this.#options.rateLimitWindow ?? 3600,
    );
  }

  #checkFaults(): void {
    const ids = this.contract.operations.map(({ id }) => id);
    const stray = this.faults.operationIds.find((id) => !ids.includes(id));
    if (stray === undefined) return;
    const suggestion = nearest(stray, ids);
    throw new FaultSyntaxError(
      `${JSON.stringify(stray)} is not an operation of the contract.${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`}`,
    );
  }

  #plan(request: MockRequest, route: Route | undefined): Plan & { finding?: string } {
    try {
      return this.faults.plan(route?.operation.id, header(request, faultsHeader));
    } catch (error) {
      if (error instanceof FaultSyntaxError) return { delay: 0, finding: `X-Mock-Faults: ${error.message}` };
      throw error;
    }
  }

  #forced(status: number, route: Route | undefined): MockAnswer {
    const documented = this.#pipeline.answers.documented(status, route?.operation);
    if (documented !== undefined) return documented;
    if (isBodiless(status)) return { status, headers: {}, body: '' };
    return this.#pipeline.errors.answer(
      status,
      [`Status ${status} was asked of the mock; the contract does not document it.`],
      route?.operation,
    );
  }

  #overLimit(route: Route | undefined, now: number): MockAnswer {
    const answer = this.#forced(429, route);
    if ('retry-after' in answer.headers)
      answer.headers['retry-after'] = String(this.rateLimit.secondsLeft(now));
    return answer;
  }

  #finish(
    request: MockRequest,
    route: Route | undefined,
    { answer, checked }: Result,
    plan: Plan,
    at: number,
    isExhausted = false,
  ): Outcome {
    const faulty = applyFault(answer, plan.fault);
    if (isExhausted) this.rateLimit.writeExhausted(faulty.headers, at);
    else this.rateLimit.write(faulty.headers);
    allowOrigin(request, faulty.headers);
    this.#record(request, route, { answer, checked }, faulty, plan, at);
    return {
      answer: faulty,
      delay: plan.delay,
      fault: isTransportFault(plan.fault) ? plan.fault : undefined,
    };
  }

  #record(
    request: MockRequest,
    route: Route | undefined,
    { answer, checked }: { answer: MockAnswer; checked: Result['checked'] | undefined },
    faulty: MockAnswer,
    plan: Plan,
    at: number,
  ): void {
    const { method, path, query, headers, body } = request;
    const entry: LoggedRequest = {
      operationId: route?.operation.id,
      method,
      path: keptText(path),
      query: keptText(redactQuery(query)),
      headers: keptHeaders(headers),
      status: faulty.status,
      at,
    };
    if (body !== undefined && checked?.body !== undefined && body.length <= keptBody)
      entry.body = checked.body;
    if (plan.fault !== undefined) entry.fault = plan.fault;
    const message = answer.status >= 400 ? messageOf(answer) : undefined;
    if (message !== undefined) entry.message = keptLine(redactMessage(message, query));
    this.log.add(entry);
    if (route !== undefined) {
      const sent = (place: string, name: string): boolean => wasSent(request, place, name);
      this.#coverage.add(route.operation, faulty, checked, sent);
    }
    const { onRequest } = this.#options;
    if (onRequest === undefined) return;
    try {
      onRequest(entry);
    } catch (error) {
      if (this.#hasWarnedOfListener) return;
      this.#hasWarnedOfListener = true;
      this.#warn(`onRequest failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

function plain(answer: MockAnswer): Outcome {
  return { answer, delay: 0, fault: undefined };
}

/** Whether a parameter was in the request, roughly: enough to count it. */
function wasSent({ query, headers }: MockRequest, place: string, name: string): boolean {
  if (place === 'path') return true;
  if (place === 'header') return headers[name.toLowerCase()] !== undefined;
  if (place === 'cookie') return String(headers.cookie ?? '').includes(`${name}=`);
  return query.includes(name) || query.includes(encodeURIComponent(name));
}

/** The sentence of an error. */
function messageOf({ body, headers }: MockAnswer): string | undefined {
  if (typeof body !== 'string' || !/json/.test(headers['content-type'] ?? '')) return undefined;
  try {
    const parsed: unknown = JSON.parse(body);
    return sentenceIn(parsed);
  } catch {
    return undefined;
  }
}

function sentenceIn(value: unknown, depth = 0): string | undefined {
  if (!isObject(value) || depth > 2) return undefined;
  for (const name of ['message', 'detail', 'error_description', 'error', 'description', 'reason', 'title']) {
    const found = value[name];
    if (typeof found === 'string') return found;
  }
  for (const inner of Object.values(value)) {
    const found = sentenceIn(inner, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

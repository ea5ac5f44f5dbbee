import { negotiate } from './answer/accept.ts';
import { Answers } from './answer/answers.ts';
import { ErrorAnswers, findResponse } from './answer/errors.ts';
import { type Preference, readPreference, successOf } from './answer/prefer.ts';
import { Generator, keyOf } from './generate/generate.ts';
import type { HandlerAnswer, HandlerRefusal, HandlerRequest, Handlers } from './handler.ts';
import { header, type MockAnswer, type MockRequest } from './message.ts';
import {
  type CheckedRequest,
  type Contract,
  checkRequest,
  checkSecurity,
  type DecodedBody,
  decodeBody,
  type MediaType,
  nearest,
  type Operation,
  PathMatcher,
  type RequestParts,
  sourceOf,
  type UnknownParameters,
} from './model/index.ts';
import { list, quote, quoteText } from './model/quote.ts';
import { createRandom } from './random.ts';
import { Store } from './state/store.ts';

/** What answering depends on besides the request. */
export interface PipelineOptions {
  handlers: Handlers;
  seed: number;
  unknownParameters: UnknownParameters;
  isStateful: boolean;
  now(): number;
  onWarning(warning: string): void;
}

/** An operation that a request is for, and the raw parameters of its path. */
export interface Route {
  operation: Operation;
  path: { [name: string]: string };
  /** HEAD is answered like GET. */
  isHead: boolean;
}

/** What became of a request. */
export interface Result {
  answer: MockAnswer;
  /** The request with its values, if it was valid. */
  checked?: CheckedRequest;
}

/** Refuses a request for a reason of its own; `undefined` lets it pass. Prism is one. */
export type Guard = (
  request: MockRequest,
  route: Route,
) => string[] | undefined | Promise<string[] | undefined>;

/** Sessions with a state of their own. */
const mostSessions = 1_000;

/** Requests whose answers are kept ready: those of a contract without handlers are the same each time. */
export class Pipeline {
  readonly contract: Contract;
  readonly errors: ErrorAnswers;
  readonly answers: Answers;
  readonly #matcher: PathMatcher;
  readonly #generator: Generator;
  readonly #store: Store | undefined;
  readonly #options: PipelineOptions;
  readonly #sessions = new Map<string, Map<string, unknown>>();
  readonly #paths: readonly string[];
  /** Base paths of the servers: a request may be for `/v1/pets` where the path is `/pets`. */
  readonly #bases: readonly string[];

  /** @throws RangeError if a handler is for no operation */
  constructor(contract: Contract, options: PipelineOptions) {
    this.contract = contract;
    this.#options = options;
    this.#matcher = new PathMatcher(contract.operations);
    this.#generator = new Generator(contract);
    this.errors = new ErrorAnswers(contract, this.#generator);
    this.answers = new Answers(contract, this.#generator, options.seed);
    this.#store = options.isStateful ? new Store(contract) : undefined;
    this.#paths = [...new Set(contract.operations.map(({ path }) => path))];
    this.#bases = [
      ...new Set(
        contract.operations.flatMap(({ servers }) => servers.map(({ defaultUrl }) => basePath(defaultUrl))),
      ),
    ].filter((base) => base !== '');
    checkHandlers(contract, options.handlers);
  }

  /** The operation of a request; or the answer if there is none. */
  route({ method, path }: MockRequest): Route | MockAnswer {
    const match = this.#match(path, method === 'HEAD' ? 'GET' : method);
    if (match === undefined) return this.#unknownPath(path);
    const { methods, parameters } = match;
    const operation = methods.get(method) ?? (method === 'HEAD' ? methods.get('GET') : undefined);
    if (operation !== undefined) return { operation, path: parameters, isHead: method === 'HEAD' };
    return this.#unknownMethod(method, path, methods);
  }

  /** Checks a request and answers it. The order is that of Prism: security, request, content. */
  handle(request: MockRequest, route: Route, guard?: Guard): Result | Promise<Result> {
    const { operation, path } = route;
    const parts: RequestParts = { path, query: request.query, headers: request.headers };
    const source = sourceOf(parts);
    const refusals = checkSecurity(operation, source);
    if (refusals.length > 0) {
      const status = this.errors.status(401, [403], [operation]);
      return {
        answer: this.#challenge(
          this.errors.answer(
            status,
            refusals.map(({ message }) => message),
            operation,
          ),
          operation,
        ),
      };
    }
    const { body, finding } = this.#readBody(request, operation);
    if (body !== undefined) parts.body = body;
    const checked = checkRequest(this.contract, operation, parts, {
      unknownParameters: this.#options.unknownParameters,
      source,
    });
    const findings = checked.findings.map(({ message }) => message);
    if (finding !== undefined) findings.push(finding);
    const preferred = readPreference(header(request, 'prefer'), operation);
    const isWrongMediaType =
      checked.findings.length > 0 && checked.findings.every(({ keyword }) => keyword === 'mediaType');
    if (preferred !== undefined && 'finding' in preferred) findings.push(preferred.finding);
    const preference = preferred === undefined || 'finding' in preferred ? {} : preferred;
    const response =
      preference.code === undefined
        ? successOf(operation.responses)
        : findResponse(operation.responses, preference.code);
    const content = response?.content ?? [];
    const named =
      preference.example === undefined
        ? content
        : content.filter(({ examples }) => examples.some(({ name }) => name === preference.example));
    const media = negotiate(header(request, 'accept'), named);
    const isUnacceptable = media === undefined && content.length > 0;
    if (isUnacceptable) {
      const types = list(
        content.map(({ mediaType }) => mediaType),
        'or',
      );
      findings.push(`Accept: ${quote(header(request, 'accept'))} is not allowed. Expected ${types} or */*.`);
    }
    if (findings.length > 0) {
      const status =
        isUnacceptable && findings.length === 1
          ? this.errors.status(406, [400], [operation])
          : isWrongMediaType && findings.length === checked.findings.length
            ? this.errors.status(415, [400, 422], [operation])
            : this.errors.status(400, [422], [operation]);
      return { answer: this.errors.answer(status, findings, operation) };
    }
    for (const { message } of checked.warnings) this.#options.onWarning(message);
    if (guard !== undefined) {
      const refused = guard(request, route);
      if (refused instanceof Promise)
        return refused.then((reasons) =>
          this.#guarded(reasons, request, route, checked, preferred, preference, media),
        );
      if (refused !== undefined)
        return this.#guarded(refused, request, route, checked, preferred, preference, media);
    }
    return this.#respond(request, route, checked, preferred === undefined ? undefined : preference, media);
  }

  /** Forgets everything that was created. */
  reset(): void {
    this.#sessions.clear();
  }

  /** A valid request for an operation, such as a webhook. */
  sample(operation: Operation): { body: unknown; mediaType: string | undefined } {
    const media = operation.requestBody?.content[0];
    if (media === undefined) return { body: undefined, mediaType: undefined };
    const body =
      media.examples[0]?.value ??
      this.#generator.generate(media.schema, { key: keyOf(this.#options.seed, operation.id), echo: {} });
    return { body, mediaType: media.mediaType };
  }

  #guarded(
    reasons: string[] | undefined,
    request: MockRequest,
    route: Route,
    checked: CheckedRequest,
    preferred: unknown,
    preference: Preference,
    media: MediaType | undefined,
  ): Result | Promise<Result> {
    if (reasons !== undefined && reasons.length > 0) {
      return {
        answer: this.errors.answer(
          this.errors.status(400, [422], [route.operation]),
          reasons,
          route.operation,
        ),
      };
    }
    return this.#respond(request, route, checked, preferred === undefined ? undefined : preference, media);
  }

  #respond(
    request: MockRequest,
    { operation }: Route,
    checked: CheckedRequest,
    preference: Preference | undefined,
    media: MediaType | undefined,
  ): Result | Promise<Result> {
    const target = `${request.path}?${request.query}`;
    const fallback = (status?: number): MockAnswer => {
      const asked: Preference = { ...preference, ...(status === undefined ? {} : { code: status }) };
      const response =
        asked.code === undefined
          ? successOf(operation.responses)
          : findResponse(operation.responses, asked.code);
      const own = response?.content.includes(media ?? noMedia) ? media : response?.content[0];
      return this.answers.fromContract(operation, checked, asked, own, response, target);
    };
    if (preference !== undefined) return { answer: fallback(), checked };
    const handler = this.#options.handlers[operation.id];
    const isHandled = Object.hasOwn(this.#options.handlers, operation.id) && handler !== undefined;
    if (!isHandled && this.#store === undefined) return { answer: fallback(), checked };
    const state = this.#stateOf(request);
    if (isHandled) {
      const given = handler(this.#handlerRequest(operation, checked, state, target));
      return given instanceof Promise
        ? given.then((settled) => this.#handled(operation, checked, settled, media, fallback))
        : this.#handled(operation, checked, given, media, fallback);
    }
    const make = (): unknown => {
      const response = successOf(operation.responses);
      const schema = response?.content[0]?.schema ?? operation.requestBody?.content[0]?.schema;
      return schema === undefined
        ? { id: 1 }
        : this.#generator.generate(schema, {
            key: keyOf(this.#options.seed, operation.id, target),
            echo: {},
          });
    };
    const kept = this.#store?.answer({ operation, checked, state, make });
    if (kept === 'missing') {
      const status = this.errors.status(404, [410], [operation]);
      return {
        answer: this.errors.answer(
          status,
          [`URL: there is no resource at ${quote(request.path)}. Create it first.`],
          operation,
        ),
        checked,
      };
    }
    return this.#handled(operation, checked, kept, media, fallback);
  }

  #handled(
    operation: Operation,
    checked: CheckedRequest,
    given: HandlerAnswer | HandlerRefusal | undefined,
    media: MediaType | undefined,
    fallback: (status?: number) => MockAnswer,
  ): Result {
    if (given === undefined) return { answer: fallback(), checked };
    if ('refuse' in given) {
      const { name, value, expected } = given.refuse;
      const shown = typeof value === 'string' && !name.startsWith('body') ? quoteText(value) : quote(value);
      const status = this.errors.status(400, [422], [operation]);
      return {
        answer: this.errors.answer(
          status,
          [`${name}: ${shown} is not allowed. Expected ${expected}.`],
          operation,
        ),
      };
    }
    return { answer: this.answers.fromHandler(operation, given, media, fallback), checked };
  }

  #handlerRequest(
    operation: Operation,
    checked: CheckedRequest,
    state: Map<string, unknown>,
    target: string,
  ): HandlerRequest {
    const { path, query, headers, cookies, body } = checked;
    let random: (() => number) | undefined;
    const { seed, now } = this.#options;
    return {
      path,
      query,
      headers,
      cookies,
      body,
      now: now(),
      random: () => {
        random ??= createRandom(keyOf(seed, operation.id, target));
        return random();
      },
      state,
      operation,
    };
  }

  #stateOf(request: MockRequest): Map<string, unknown> {
    const session = header(request, 'x-mock-session') ?? '';
    const kept = this.#sessions.get(session);
    if (kept !== undefined) return kept;
    const [oldest] = this.#sessions.keys();
    if (this.#sessions.size >= mostSessions && oldest !== undefined) this.#sessions.delete(oldest);
    const made = new Map<string, unknown>();
    this.#sessions.set(session, made);
    return made;
  }

  #readBody(
    { body, headers }: MockRequest,
    { requestBody }: Operation,
  ): { body?: DecodedBody; finding?: string } {
    if (body === undefined) return {};
    const type = headers['content-type'];
    return {
      body: decodeBody(
        body,
        typeof type === 'object' ? type[0] : type,
        requestBody?.content ?? [],
        this.contract,
      ),
    };
  }

  #match(path: string, method: string): ReturnType<PathMatcher['match']> {
    const direct = this.#matcher.match(path, method);
    if (direct !== undefined) return direct;
    for (const base of this.#bases) {
      if (path.startsWith(`${base}/`)) {
        const match = this.#matcher.match(path.slice(base.length), method);
        if (match !== undefined) return match;
      }
    }
    return undefined;
  }

  #unknownPath(path: string): MockAnswer {
    const suggestion = nearest(path, this.#paths);
    const few =
      this.#paths.length > 1 && this.#paths.length <= 12 ? ` Expected ${this.#paths.join(' or ')}.` : '';
    const only = this.#paths.length === 1 && suggestion === undefined ? ` Expected ${this.#paths[0]}.` : '';
    const finding = `URL: there is nothing at ${quote(path)}.${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`}${few}${only}`;
    return this.errors.answer(404, [finding], undefined);
  }

  #unknownMethod(method: string, path: string, methods: ReadonlyMap<string, Operation>): MockAnswer {
    const allowed = [...methods.keys()];
    const operations = [...methods.values()];
    const status = this.errors.status(405, [404], operations);
    const answer = this.errors.answer(
      status,
      [
        `Method: ${quote(method)} is not allowed at ${quote(path).slice(1, -1)}. Expected ${list(allowed, 'or')}.`,
      ],
      operations[0],
    );
    answer.headers.allow = [
      ...new Set([...allowed, ...(allowed.includes('GET') ? ['HEAD'] : []), 'OPTIONS']),
    ].join(', ');
    return answer;
  }

  /** A 401 says how to authenticate (RFC 9110, 15.5.2). */
  #challenge(answer: MockAnswer, { security }: Operation): MockAnswer {
    const schemes = new Set(
      security
        .flat()
        .map(({ scheme }) =>
          scheme.type === 'http'
            ? (scheme.scheme ?? 'bearer')
            : scheme.type === 'apiKey'
              ? undefined
              : 'bearer',
        ),
    );
    const names = [...schemes]
      .filter((scheme) => scheme !== undefined)
      .map((scheme) => `${scheme.charAt(0).toUpperCase()}${scheme.slice(1)}`);
    if (answer.status === 401 && names.length > 0) answer.headers['www-authenticate'] ??= names.join(', ');
    return answer;
  }
}

const noMedia: MediaType = { mediaType: '', schema: true, examples: [], encoding: {}, pointer: '', node: {} };

function basePath(url: string): string {
  return url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '').replace(/\/+$/, '');
}

/** @throws RangeError with the handler that is for no operation, and the one that was meant */
function checkHandlers(contract: Contract, handlers: Handlers): void {
  const ids = contract.operations.map(({ id }) => id);
  const stray = Object.keys(handlers).find((name) => !ids.includes(name));
  if (stray === undefined) return;
  const suggestion = nearest(stray, ids);
  throw new RangeError(
    `handlers.${stray}: the contract has no operation of this name.${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`} ` +
      `Expected one of ${list(ids, 'or')}.`,
  );
}

import type { Answers } from './answer/answers.ts';
import { type ErrorAnswers, findResponse } from './answer/errors.ts';
import { type Preference, successOf } from './answer/prefer.ts';
import { type Generator, keyOf } from './generate/generate.ts';
import type { HandlerAnswer, HandlerRefusal, HandlerRequest, Handlers } from './handler.ts';
import type { MockAnswer, MockRequest } from './message.ts';
import {
  type CheckedRequest,
  type Contract,
  type MediaType,
  nearest,
  type Operation,
} from './model/index.ts';
import { list, quote, quoteText } from './model/quote.ts';
import { createRandom } from './random.ts';
import type { Route } from './route.ts';
import { IsolatedStates } from './state/isolation.ts';
import { Store } from './state/store.ts';

/** The result of handling a request. */
export interface Result {
  answer: MockAnswer;
  /** The parsed request, if it was valid. */
  checked?: CheckedRequest;
}

/** What an answer depends on in addition to the request. */
export interface ResponderOptions {
  handlers: Handlers;
  seed: number;
  isStateful: boolean;
  now(): number;
}

/** Answers valid requests: by a handler, by what was created before, or by the contract. */
export class Responder {
  readonly #errors: ErrorAnswers;
  readonly #answers: Answers;
  readonly #generator: Generator;
  readonly #store: Store | undefined;
  readonly #options: ResponderOptions;
  readonly #states = new IsolatedStates();

  /** @throws RangeError if a handler matches no operation */
  constructor(
    contract: Contract,
    parts: { errors: ErrorAnswers; answers: Answers; generator: Generator },
    options: ResponderOptions,
  ) {
    checkHandlers(contract, options.handlers);
    this.#errors = parts.errors;
    this.#answers = parts.answers;
    this.#generator = parts.generator;
    this.#options = options;
    this.#store = options.isStateful ? new Store(contract) : undefined;
  }

  /** Deletes all created resources. */
  reset(): void {
    this.#states.reset();
  }

  /** Answers a valid request. @param media what `Accept` chose. @param preference what `Prefer` asks for */
  respond(
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
      return this.#answers.fromContract(operation, checked, asked, own, response, target);
    };
    if (preference !== undefined) return { answer: fallback(), checked };
    const handler = this.#options.handlers[operation.id];
    const isHandled = Object.hasOwn(this.#options.handlers, operation.id) && handler !== undefined;
    if (!isHandled && this.#store === undefined) return { answer: fallback(), checked };
    const state = this.#states.of(request);
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
      const status = this.#errors.status(404, [410], [operation]);
      return {
        answer: this.#errors.answer(
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
      const status = this.#errors.status(400, [422], [operation]);
      return {
        answer: this.#errors.answer(
          status,
          [`${name}: ${shown} is not allowed. Expected ${expected}.`],
          operation,
        ),
      };
    }
    return { answer: this.#answers.fromHandler(operation, given, media, fallback), checked };
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
}

const noMedia: MediaType = { mediaType: '', schema: true, examples: [], encoding: {}, pointer: '', node: {} };

/** @throws RangeError with the handler that matches no operation, and a suggestion */
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

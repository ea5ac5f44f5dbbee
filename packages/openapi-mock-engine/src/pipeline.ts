import { negotiate } from './answer/accept.ts';
import { Answers } from './answer/answers.ts';
import { challenge } from './answer/challenge.ts';
import { ErrorAnswers, findResponse } from './answer/errors.ts';
import { type Preference, readPreference, successOf } from './answer/prefer.ts';
import { Generator, keyOf } from './generate/generate.ts';
import { header, type MockRequest } from './message.ts';
import {
  type CheckedRequest,
  type Contract,
  checkRequest,
  checkSecurity,
  decodeBody,
  type MediaType,
  type Operation,
  type RequestParts,
  readContract,
  sourceOf,
  type UnknownParameters,
} from './model/index.ts';
import { isObject } from './model/json.ts';
import { list, quote } from './model/quote.ts';
import type { MockOptions } from './options.ts';
import { Responder, type ResponderOptions, type Result } from './respond.ts';
import { type Route, Router } from './route.ts';

/** What an answer depends on in addition to the request. */
export interface PipelineOptions extends ResponderOptions {
  unknownParameters: UnknownParameters;
  onWarning(warning: string): void;
}

/** May refuse a request, like Prism; `undefined` lets it pass. */
export type Guard = (
  request: MockRequest,
  route: Route,
) => string[] | undefined | Promise<string[] | undefined>;

/** The client's preferences for the answer; `undefined` leaves the choice to the mock. */
interface Negotiation {
  preference: Preference | undefined;
  /** What `Accept` chose. */
  media: MediaType | undefined;
  findings: string[];
  isUnacceptable: boolean;
}

/** Turns a request into its answer. */
export class Pipeline {
  readonly contract: Contract;
  readonly router: Router;
  readonly errors: ErrorAnswers;
  readonly answers: Answers;
  readonly #generator: Generator;
  readonly #responder: Responder;
  readonly #options: PipelineOptions;
  /** The number of warnings about the contract so far. */
  #warned = 0;

  /** @throws RangeError if a handler matches no operation */
  constructor(contract: Contract, options: PipelineOptions) {
    const generator = new Generator(contract);
    const errors = new ErrorAnswers(contract, generator);
    const answers = new Answers(contract, generator, options.seed);
    this.contract = contract;
    this.router = new Router(contract, errors);
    this.errors = errors;
    this.answers = answers;
    this.#generator = generator;
    this.#responder = new Responder(contract, { errors, answers, generator }, options);
    this.#options = options;
    this.#warnOfContract();
  }

  /** Checks a request and answers it. The order is that of Prism: security, request, content. */
  handle(request: MockRequest, route: Route, guard?: Guard): Result | Promise<Result> {
    const { operation, path } = route;
    const parts: RequestParts = { path, query: request.query, headers: request.headers };
    const source = sourceOf(parts);
    const refusals = checkSecurity(operation, source);
    if (refusals.length > 0) {
      const sentences = refusals.map(({ message }) => message);
      return { answer: challenge(this.#refuse(operation, sentences, 401, [403]).answer, operation) };
    }
    if (request.body !== undefined) {
      const content = operation.requestBody?.content ?? [];
      parts.body = decodeBody(request.body, header(request, 'content-type'), content, this.contract);
    }
    const { unknownParameters } = this.#options;
    const checked = checkRequest(this.contract, operation, parts, { unknownParameters, source });
    this.#warnOfContract();
    const negotiated = this.#negotiate(request, operation);
    if (checked.findings.length + negotiated.findings.length > 0)
      return this.#refuseContent(operation, checked, negotiated);
    for (const { message } of checked.warnings) this.#options.onWarning(message);
    const respond = (reasons: string[] | undefined): Result | Promise<Result> =>
      reasons !== undefined && reasons.length > 0
        ? this.#refuse(operation, reasons, 400, [422])
        : this.#responder.respond(request, route, checked, negotiated.preference, negotiated.media);
    const reasons = guard?.(request, route);
    return reasons instanceof Promise ? reasons.then(respond) : respond(reasons);
  }

  /** Warns once about each thing that cannot be checked, as far as it is known. */
  #warnOfContract(): void {
    const { warnings } = this.contract;
    for (; this.#warned < warnings.length; this.#warned += 1)
      this.#options.onWarning(warnings[this.#warned] ?? '');
  }

  warn(warning: string): void {
    this.#options.onWarning(warning);
  }

  /** Deletes all created resources. */
  reset(): void {
    this.#responder.reset();
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

  /** Reads `Prefer` and `Accept`. */
  #negotiate(request: MockRequest, operation: Operation): Negotiation {
    const { responses } = operation;
    const preferred = readPreference(header(request, 'prefer'), operation);
    const findings = preferred !== undefined && 'finding' in preferred ? [preferred.finding] : [];
    const preference = preferred === undefined || 'finding' in preferred ? undefined : preferred;
    const code = preference?.code;
    const response = code === undefined ? successOf(responses) : findResponse(responses, code);
    const content = response?.content ?? [];
    const example = preference?.example;
    const named =
      example === undefined
        ? content
        : content.filter(({ examples }) => examples.some(({ name }) => name === example));
    const accept = header(request, 'accept');
    const media = negotiate(accept, named);
    const isUnacceptable = media === undefined && content.length > 0;
    if (isUnacceptable) {
      const types = content.map(({ mediaType }) => mediaType);
      findings.push(`Accept: ${quote(accept)} is not allowed. Expected ${list(types, 'or')} or */*.`);
    }
    return { preference, media, findings, isUnacceptable };
  }

  /** Refuses with 415 or 406 if the media type is all that is wrong. */
  #refuseContent(operation: Operation, { findings }: CheckedRequest, negotiated: Negotiation): Result {
    const sentences = [...findings.map(({ message }) => message), ...negotiated.findings];
    if (negotiated.isUnacceptable && sentences.length === 1)
      return this.#refuse(operation, sentences, 406, [400]);
    const isWrongMediaType =
      sentences.length === findings.length && findings.every(({ keyword }) => keyword === 'mediaType');
    return isWrongMediaType
      ? this.#refuse(operation, sentences, 415, [400, 422])
      : this.#refuse(operation, sentences, 400, [422]);
  }

  #refuse(operation: Operation, sentences: string[], usual: number, others: readonly number[]): Result {
    const status = this.errors.status(usual, others, [operation]);
    return { answer: this.errors.answer(status, sentences, operation) };
  }
}

/**
 * The pipeline of a mock's options.
 *
 * @param document a parsed OpenAPI document, or the result of `readContract`
 * @throws ContractError if it cannot be read. @throws RangeError if a handler matches no operation
 */
export function createPipeline(
  document: unknown,
  { handlers = {}, seed = 1, unknownParameters = 'reject', state = false }: MockOptions,
  now: () => number,
  onWarning: (warning: string) => void,
): Pipeline {
  // A contract that was read by another copy of this package counts, too.
  const isRead =
    isObject(document) && 'operations' in document && 'schemas' in document && 'document' in document;
  // The cast: it has the properties of a contract.
  const contract = isRead ? (document as unknown as Contract) : readContract(document);
  return new Pipeline(contract, { handlers, seed, unknownParameters, isStateful: state, now, onWarning });
}

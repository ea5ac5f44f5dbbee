import type { Generator } from '../generate/generate.ts';
import { keyOf } from '../generate/generate.ts';
import type { HandlerAnswer } from '../handler.ts';
import { isBodiless, type MockAnswer } from '../message.ts';
import {
  type CheckedRequest,
  type Contract,
  isJson,
  type MediaType,
  type Operation,
  type Response,
} from '../model/index.ts';
import { concrete, encodeBody } from './encode.ts';
import { findResponse } from './errors.ts';
import { countOf, echoOf, fittingExample } from './follow-request.ts';
import { type Preference, statusOf, successOf } from './prefer.ts';
import { agreeWithStatus } from './problem.ts';

/** Makes answers from the contract: its examples, or data generated from its schemas. */
export class Answers {
  readonly #contract: Contract;
  readonly #generator: Generator;
  readonly #seed: number;
  /** Valid examples by media type, each checked once. */
  readonly #valid = new WeakMap<MediaType, readonly { name: string; value: unknown }[]>();
  /** Examples as they are sent. */
  readonly #texts = new WeakMap<object, { mediaType: string; text: string }>();

  constructor(contract: Contract, generator: Generator, seed: number) {
    this.#contract = contract;
    this.#generator = generator;
    this.#seed = seed;
  }

  /** The contract's answer to a valid request. @param media chosen by `Accept` */
  fromContract(
    operation: Operation,
    checked: CheckedRequest,
    preference: Preference,
    media: MediaType | undefined,
    response: Response | undefined,
    target: string,
  ): MockAnswer {
    const status = preference.code ?? statusOf(response?.status);
    const answer: MockAnswer = { status, headers: {}, body: '' };
    this.#addHeaders(answer, response, `${operation.id} ${target}`);
    if (media === undefined || isBodiless(status)) return answer;
    const example = this.#example(checked, preference, media);
    const mediaType = concrete(media.mediaType);
    answer.headers['content-type'] = mediaType;
    answer.body =
      example === undefined
        ? this.#write(this.#made(operation, checked, preference, media, target), media)
        : this.#textOf(example, media);
    if (example !== undefined) answer.example = example;
    return answer;
  }

  #write(value: unknown, media: MediaType): string {
    return encodeBody(value, concrete(media.mediaType), this.#contract, media);
  }

  /** An example is the same for each request, so it is written once. */
  #textOf(example: { value: unknown }, media: MediaType): string {
    const { mediaType } = media;
    const known = this.#texts.get(example);
    if (known?.mediaType === mediaType) return known.text;
    const text = this.#write(example.value, media);
    this.#texts.set(example, { mediaType, text });
    return text;
  }

  /** The answer of a handler, completed from the contract. */
  fromHandler(
    operation: Operation,
    given: HandlerAnswer,
    media: MediaType | undefined,
    fallback: (status: number | undefined) => MockAnswer,
  ): MockAnswer {
    const response =
      given.status === undefined
        ? successOf(operation.responses)
        : findResponse(operation.responses, given.status);
    const status = given.status ?? statusOf(response?.status);
    if (given.body === undefined && given.text === undefined) {
      const answer = fallback(given.status);
      for (const [name, value] of Object.entries(given.headers ?? {}))
        answer.headers[name.toLowerCase()] = value;
      return answer;
    }
    const answer: MockAnswer = { status, headers: {}, body: '' };
    if (response !== undefined && response.headers.length > 0)
      this.#addHeaders(answer, response, operation.id);
    const chosen = response?.content.includes(media ?? none) ? media : response?.content[0];
    const mediaType = concrete(chosen?.mediaType ?? 'application/json');
    if (!isBodiless(status)) {
      answer.headers['content-type'] = mediaType;
      answer.body = given.text ?? encodeBody(given.body, mediaType, this.#contract, chosen);
    }
    for (const [name, value] of Object.entries(given.headers ?? {}))
      answer.headers[name.toLowerCase()] = value;
    return answer;
  }

  /** The contract's answer with a status, for a fault; `undefined` if no operation documents it. */
  documented(status: number, operation: Operation | undefined): MockAnswer | undefined {
    const others =
      operation === undefined ? this.#contract.operations : [operation, ...this.#contract.operations];
    for (const { id, responses } of others) {
      const response =
        responses.find((one) => one.status === String(status)) ??
        (operation?.id === id ? findResponse(responses, status) : undefined);
      if (response === undefined) continue;
      const answer: MockAnswer = { status, headers: {}, body: '' };
      this.#addHeaders(answer, response, id);
      const [media] = response.content;
      if (media === undefined || isBodiless(status)) return answer;
      const [example] = this.#examples(media);
      if (example !== undefined) answer.example = example;
      const value =
        example === undefined
          ? this.#generator.generate(media.schema, { key: keyOf(this.#seed, id, String(status)), echo: {} })
          : example.value;
      answer.headers['content-type'] = concrete(media.mediaType);
      answer.body = this.#write(agreeWithStatus(value, status, media.schema, this.#contract), media);
      return answer;
    }
    return undefined;
  }

  /** The requested example, or else the matching one; `undefined` if data must be generated. */
  #example(
    checked: CheckedRequest,
    { example, dynamic }: Preference,
    media: MediaType,
  ): { name: string; value: unknown } | undefined {
    if (example !== undefined) return media.examples.find(({ name }) => name === example);
    return dynamic === true ? undefined : fittingExample(this.#examples(media), checked);
  }

  #made(
    operation: Operation,
    checked: CheckedRequest,
    preference: Preference,
    media: MediaType,
    target: string,
  ): unknown {
    const { schema } = media;
    const seed = preference.seed ?? '';
    const made = this.#generator.generate(schema, {
      key: keyOf(this.#seed, operation.id, target, seed),
      ...echoOf(operation, checked),
      count: countOf(checked),
    });
    // Nothing valid was found: an invalid example is better than nothing.
    return made === undefined ? media.examples[0]?.value : made;
  }

  /** The valid examples; those of other media types than JSON are not checked. */
  #examples(media: MediaType): readonly { name: string; value: unknown }[] {
    const kept = this.#valid.get(media);
    if (kept !== undefined) return kept;
    const isText = !isJson(media.mediaType);
    const valid = media.examples.filter(
      ({ value }) =>
        (isText && typeof value === 'string') ||
        this.#contract.schemas.isValid(media.schema, value, 'response'),
    );
    this.#valid.set(media, valid);
    return valid;
  }

  #addHeaders(answer: MockAnswer, response: Response | undefined, key: string): void {
    for (const { name, schema, examples, required } of response?.headers ?? []) {
      const lower = name.toLowerCase();
      if (lower === 'content-type' || lower === 'content-length' || lower === 'transfer-encoding') continue;
      const value =
        examples[0]?.value ??
        (required || examples.length > 0
          ? this.#generator.generate(schema, { key: keyOf(this.#seed, key, name), echo: {} })
          : undefined);
      if (value !== undefined) answer.headers[lower] = headerText(value);
    }
  }
}

/** Only for comparison; never sent. */
const none: MediaType = { mediaType: '', schema: true, examples: [], encoding: {}, pointer: '', node: {} };

function headerText(value: unknown): string {
  const text = Array.isArray(value)
    ? value.map(String).join(',')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
  // Characters that a header cannot contain are left out.
  return text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '');
}

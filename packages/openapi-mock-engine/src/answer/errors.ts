import type { Generator } from '../generate/generate.ts';
import { jsonAnswer, type MockAnswer } from '../message.ts';
import {
  type Contract,
  isJson,
  type MediaType,
  type Operation,
  type Response,
  type Schema,
} from '../model/index.ts';
import { agreeWithStatus, problem } from './problem.ts';

/** The maximum number of findings that a response lists. */
const listed = 50;

/** Properties that contain the message of an error, the most likely first. */
const sentenceNames = [
  'message',
  'detail',
  'error_description',
  'error_message',
  'description',
  'reason',
  'title',
  'error',
];

/** Those that an object within the error may have: descriptions and titles there are often about something else. */
const innerNames = sentenceNames.filter((name) => name !== 'description' && name !== 'title');

/** Properties that contain all messages. */
const listNames = ['errors', 'details', 'messages'];

/** Writes errors in the shapes of a contract, or as problem details (RFC 9457) if it documents none. */
export class ErrorAnswers {
  readonly #contract: Contract;
  readonly #generator: Generator;
  /** The responses that operations document, by status; the first one is used for requests that match no operation. */
  readonly #byStatus = new Map<string, Response>();

  constructor(contract: Contract, generator: Generator) {
    this.#contract = contract;
    this.#generator = generator;
    for (const { responses } of contract.operations) {
      for (const response of responses) {
        if (response.content.length > 0 && !this.#byStatus.has(response.status))
          this.#byStatus.set(response.status, response);
      }
    }
  }

  /**
   * The status that an operation documents for a mistake: the usual one, else an equivalent one.
   *
   * @param operations the candidates; none for an unknown path
   */
  status(usual: number, others: readonly number[], operations: readonly Operation[]): number {
    const documented = new Set(operations.flatMap(({ responses }) => responses.map(({ status }) => status)));
    if (documented.has(String(usual))) return usual;
    return others.find((status) => documented.has(String(status))) ?? usual;
  }

  /** An error, in the shape that the contract documents for this status. */
  answer(status: number, findings: readonly string[], operation: Operation | undefined): MockAnswer {
    const response = findResponse(operation?.responses ?? [], status) ?? this.#anyResponse(status, operation);
    const media = response?.content.find(({ mediaType }) => isJson(mediaType));
    const sentences = shorten(findings);
    if (media !== undefined) {
      const filled = this.#fill(media, sentences);
      const body = agreeWithStatus(filled, status, media.schema, this.#contract);
      if (body !== undefined) return jsonAnswer(status, JSON.stringify(body), media.mediaType);
    }
    return problem(status, sentences);
  }

  /** For an undocumented status, the response of another operation, since errors look alike within a contract. */
  #anyResponse(status: number, operation: Operation | undefined): Response | undefined {
    const same = this.#byStatus.get(String(status));
    if (same !== undefined) return same;
    if (operation !== undefined) return undefined;
    return status < 500
      ? (this.#byStatus.get('404') ?? this.#byStatus.get('4XX') ?? this.#byStatus.get('default'))
      : this.#byStatus.get('default');
  }

  /** The documented error with these messages; `undefined` if its schema has no property for them. */
  #fill(media: MediaType, findings: readonly string[]): unknown {
    const { schemas } = this.#contract;
    const [message = 'The request was refused.'] = findings;
    const properties = schemas.properties(media.schema);
    const sentence = sentenceNames.find((name) =>
      allows(schemas.types(properties.get(name) ?? false), 'string', properties.get(name)),
    );
    const many = listNames.find((name) => isList(schemas, properties.get(name)));
    if (sentence === undefined && properties.size > 0) return this.#nested(media, findings, properties);
    if (sentence === undefined)
      return schemas.isValid(media.schema, { message }, 'response') ? own(message, findings) : undefined;
    const base = this.#base(media);
    // The rest of the example is about another mistake, so it is only kept if the schema requires it.
    const kept = Object.fromEntries(
      Object.entries(base).filter(([name]) => name !== many && this.#isRequired(media.schema, name)),
    );
    const error = {
      ...kept,
      [sentence]: message,
      ...(many !== undefined && findings.length > 1 ? { [many]: findings } : {}),
    };
    if (schemas.isValid(media.schema, error, 'response')) return error;
    const whole = { ...base, [sentence]: message };
    return schemas.isValid(media.schema, whole, 'response') ? whole : undefined;
  }

  /** An error within an envelope: `{ error: { message } }`, or `{ status: { error } }`. */
  #nested(media: MediaType, findings: readonly string[], properties: ReadonlyMap<string, Schema>): unknown {
    const { schemas } = this.#contract;
    for (const [name, schema] of properties) {
      const inner = schemas.properties(schema);
      if (!innerNames.some((inside) => inner.has(inside))) continue;
      const filled = this.#fill({ ...media, schema, examples: [] }, findings);
      const whole = { ...this.#base(media), [name]: filled };
      if (filled !== undefined && schemas.isValid(media.schema, whole, 'response')) return whole;
    }
    return undefined;
  }

  #base(media: MediaType): { readonly [name: string]: unknown } {
    const example = media.examples.find(({ value }) =>
      this.#contract.schemas.isValid(media.schema, value, 'response'),
    )?.value;
    const base = example ?? this.#generator.generate(media.schema, { key: 1, echo: {} });
    return typeof base === 'object' && base !== null && !Array.isArray(base) ? { ...base } : {};
  }

  #isRequired(schema: Schema, name: string): boolean {
    const { required } = this.#contract.schemas.resolve(schema);
    return Array.isArray(required) && required.includes(name);
  }
}

/** The key that documents a status: itself, its range, or `default`. */
export function findResponse(responses: readonly Response[], status: number): Response | undefined {
  return (
    responses.find((response) => response.status === String(status)) ??
    responses.find((response) => response.status === `${Math.floor(status / 100)}XX`) ??
    responses.find((response) => response.status === 'default')
  );
}

function own(message: string, findings: readonly string[]): object {
  return findings.length > 1 ? { message, errors: findings } : { message };
}

function shorten(findings: readonly string[]): readonly string[] {
  const rest = findings.length - listed;
  return rest > 0 ? [...findings.slice(0, listed), `And ${rest} more.`] : findings;
}

function allows(types: ReadonlySet<string> | undefined, type: string, schema: Schema | undefined): boolean {
  return schema !== undefined && (types === undefined || types.has(type));
}

function isList(schemas: Contract['schemas'], schema: Schema | undefined): boolean {
  return (
    schema !== undefined &&
    schemas.types(schema)?.has('array') === true &&
    schemas.isValid(schema, ['a', 'b'], 'response')
  );
}

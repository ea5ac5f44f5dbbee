import { type Contract, isJson, type MediaType, type Operation } from 'openapi-mock-engine/model';
import { camelCase } from './source.ts';
import type { Schema } from './validators.ts';

/** What the generator decided about an operation. */
export interface Planned {
  readonly operation: Operation;
  /** The name of its method, and of its description. */
  readonly method: string;
  /** The prefix of the names of its types. */
  readonly typeName: string;
  readonly isFlat: boolean;
  readonly successes: readonly Success[];
  /** Query parameters that take an instant. */
  readonly instants: readonly string[];
}

/** A success status with its bodies. */
export interface Success {
  /** `200`, `2XX` or `default`. */
  readonly status: string;
  readonly content: readonly { readonly media: MediaType; readonly validator: string | undefined }[];
}

/** Names that a client has anyway. */
const taken = ['with', 'baseUrl', 'limits', 'then'];

/** Plans the methods of a contract. */
export function planOperations(contract: Contract): Planned[] {
  const names = new Set(taken);
  return contract.operations.map((operation) => {
    let method = camelCase(operation.id, 'lower');
    while (names.has(method)) method += '_';
    names.add(method);
    const unsupported = operation.parameters.find((parameter) => parameter.in === 'querystring');
    if (unsupported) {
      throw new Error(
        `${operation.pointer}: the client cannot write the parameter "${unsupported.name}" in querystring.`,
      );
    }
    return {
      operation,
      method,
      typeName: camelCase(method, 'upper'),
      isFlat: !operation.requestBody && operation.parameters.every((parameter) => parameter.in === 'query'),
      successes: successesOf(operation),
      instants: operation.parameters
        .filter((parameter) => parameter.in === 'query' && takesInstants(contract.resolve(parameter.schema)))
        .map(({ name }) => name),
    };
  });
}

function successesOf({ responses }: Operation): Success[] {
  const explicit = responses.filter(({ status }) => status.startsWith('2'));
  const successes = explicit.length > 0 ? explicit : responses.filter(({ status }) => status === 'default');
  return successes.map(({ status, content }) => ({
    status,
    content: content.map((media, index) => ({
      media,
      validator:
        isJson(media.mediaType) && typeof media.schema === 'object'
          ? `validate${status}${index || ''}`
          : undefined,
    })),
  }));
}

/** The schemas to compile for an operation. */
export function validatorsOf({ successes }: Planned): Record<string, Schema> {
  return Object.fromEntries(
    successes.flatMap(({ content }) =>
      content.flatMap(({ media, validator }) => (validator ? [[validator, media.schema]] : [])),
    ),
  );
}

const instants = ['2026-01-05T12:00:00.000Z', '2026-01-05T12:00:00+02:00'];

/**
 * Whether a parameter is a date-time: by its format, or by a pattern that accepts date-times and rejects
 * words.
 */
function takesInstants({ type, format, pattern }: { readonly [keyword: string]: unknown }): boolean {
  if (type !== 'string') return false;
  if (format === 'date-time') return true;
  if (typeof pattern !== 'string') return false;
  const matches = new RegExp(pattern, 'u');
  return instants.every((instant) => matches.test(instant)) && !matches.test('word');
}

/** Whether a body of this media type is read as text. */
export function isText(mediaType: string): boolean {
  return (
    /^text\/|[/+](xml|yaml|csv)\b|\/x-www-form-urlencoded\b/i.test(mediaType) &&
    !mediaType.startsWith('text/*')
  );
}

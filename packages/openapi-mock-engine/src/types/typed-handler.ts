/**
 * Types of handlers by the operations of a contract, as `npx openapi-mock-engine types openapi.yaml > contract.d.ts` writes
 * them. Those of openapi-typescript have the same shape.
 * @module
 */
import type { HandlerAnswer, HandlerRefusal, HandlerRequest, Handlers } from '../handler.ts';

/** The part of an operation that handlers are typed by. */
interface OperationTypes {
  parameters?: { path?: unknown; query?: unknown; header?: unknown; cookie?: unknown };
  requestBody?: unknown;
  responses: unknown;
}

/** Parameters of one place; none if the contract has none there. */
type ParametersIn<Operation, Place extends string> = Operation extends {
  parameters: { [place in Place]?: infer Parameters };
}
  ? [NonNullable<Parameters>] extends [never]
    ? { readonly [name: string]: never }
    : Readonly<NonNullable<Parameters>>
  : { readonly [name: string]: never };

/** Handlers get header names in lower case. */
type LowerCase<Headers> = { readonly [Name in keyof Headers as Lowercase<Name & string>]: Headers[Name] };

/** The bodies of a request or a response, of any of its media types. */
type BodyOf<Message> = Message extends { content: infer Content } ? Content[keyof Content] : undefined;

type RequestBodyOf<Operation> = Operation extends { requestBody: infer Body }
  ? BodyOf<Body>
  : Operation extends { requestBody?: infer Body }
    ? BodyOf<NonNullable<Body>> | undefined
    : undefined;

/** An answer with one of the documented statuses. Ranges and `default` are for every other number. */
type AnswersOf<Responses> = {
  [Status in keyof Responses]: Omit<HandlerAnswer, 'status' | 'body'> & {
    status: Status extends number ? Status : number;
    body?: BodyOf<Responses[Status]>;
  };
}[keyof Responses];

/** The answer without a status is that of the first success. */
type SuccessOf<Responses> = Omit<HandlerAnswer, 'status' | 'body'> & {
  status?: undefined;
  body?: {
    [Status in keyof Responses]: `${Status & (string | number)}` extends `2${string}` | 'default'
      ? BodyOf<Responses[Status]>
      : never;
  }[keyof Responses];
};

/** What a handler of an operation gets. */
export interface TypedRequest<Operation>
  extends Omit<HandlerRequest, 'path' | 'query' | 'headers' | 'cookies' | 'body'> {
  path: ParametersIn<Operation, 'path'>;
  query: ParametersIn<Operation, 'query'>;
  headers: LowerCase<ParametersIn<Operation, 'header'>>;
  cookies: ParametersIn<Operation, 'cookie'>;
  body: RequestBodyOf<Operation>;
}

/** What a handler of an operation may answer: a documented status with its body, a refusal, or nothing. */
export type TypedAnswer<Operation> = Operation extends { responses: infer Responses }
  ? AnswersOf<Responses> | SuccessOf<Responses> | HandlerRefusal | undefined
  : never;

/**
 * The handler of one operation.
 *
 * @example
 * import type { operations } from './contract.d.ts';
 * export const getPet: HandlerOf<operations, 'getPet'> = ({ path }) => ({ body: { id: path.petId, name: 'Rex' } });
 */
export type HandlerOf<Operations, Id extends keyof Operations> = (
  request: TypedRequest<Operations[Id]>,
) => TypedAnswer<Operations[Id]> | Promise<TypedAnswer<Operations[Id]>>;

/** Handlers by the id of their operation. */
export type HandlersOf<Operations> = { readonly [Id in keyof Operations]?: HandlerOf<Operations, Id> };

/**
 * Handlers whose requests and answers have the types of a contract. At run time it returns what it gets.
 *
 * @example
 * import type { operations } from './contract.d.ts';
 * const handlers = defineHandlers<operations>({ getPet: ({ path }) => ({ body: { id: path.petId, name: 'Rex' } }) });
 * const mock = await createMockServer(document, { handlers });
 */
export function defineHandlers<Operations extends { [Id in keyof Operations]: OperationTypes }>(
  handlers: HandlersOf<Operations>,
): Handlers {
  // The cast: requests are checked by the contract before a handler sees them, so they have its types.
  return handlers as unknown as Handlers;
}

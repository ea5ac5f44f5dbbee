/**
 * What the runtime knows of an operation. Generated code has one description for each operation of the contract; nothing
 * else in this package names one.
 */
import type { Validate } from './response.ts';

/** One operation of a contract, as the generator writes it. */
export interface Operation {
  /** The `operationId`. */
  readonly id: string;
  /** The HTTP method, in upper case. */
  readonly method: string;
  /** The path, with its templates: `/campaigns/{id}`. */
  readonly path: string;
  /** Every parameter; those of the path item included. */
  readonly parameters: readonly Parameter[];
  /** Whether the parameters are given as one flat object: when all of them are in the query and there is no body. */
  readonly isFlat: boolean;
  /** The media types of the request body, the preferred one first. */
  readonly requestBody?: { readonly mediaTypes: readonly string[]; readonly isRequired: boolean };
  /** For each success status (`200`, `2XX`, `default`) the media types of its body, with the check of those that are JSON. */
  readonly responses: Readonly<Record<string, Readonly<Record<string, Validate | undefined>>>>;
  /** What `Accept` asks for: the media types of all responses, errors included. */
  readonly accept: string;
  /** Alternatives, each a list of schemes that are needed together; an empty list sends no credential. */
  readonly security: readonly (readonly SecurityScheme[])[];
}

/** Where a parameter is, and how it is written. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly isRequired: boolean;
  readonly style: 'simple' | 'label' | 'matrix' | 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject';
  readonly explode: boolean;
  /** Whether reserved characters such as `/` and `:` stay as they are. */
  readonly allowReserved?: boolean;
  /** Whether the value is written as JSON: the parameter has `content` instead of a `schema`. */
  readonly isJson?: boolean;
}

/** How a credential is sent. */
export interface SecurityScheme {
  /** Its name in the contract. */
  readonly id: string;
  readonly in: 'header' | 'query' | 'cookie';
  /** The name of the header, parameter or cookie. */
  readonly name: string;
  /** What goes before the credential. */
  readonly prefix?: 'Bearer ' | 'Basic ';
  /** Whether this is the scheme of the option `apiKey`: the first one that the contract asks for by default. */
  readonly isDefault?: boolean;
}

/** An operation with the type of its method. */
export interface TypedOperation<Method> extends Operation {
  /** Only a type; no value has it. */
  readonly '~method'?: Method;
}

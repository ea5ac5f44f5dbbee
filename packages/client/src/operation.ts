/**
 * What the runtime knows of an operation. Generated code describes each operation of the contract; nothing else in this package
 * names one. A description holds the functions that its parameters and bodies need, so that a bundle has no others.
 */

/** One operation of a contract, as the generator writes it. */
export interface Operation {
  /** The `operationId`. */
  readonly id: string;
  /** The HTTP method, in upper case. */
  readonly method: string;
  /** The path, with its templates: `/campaigns/{id}`. */
  readonly path: string;
  /** Where it is called in place of the servers of the contract, when it or its path has servers of its own. */
  readonly server?: string;
  /** Every parameter; those of the path item included. */
  readonly parameters: readonly Parameter[];
  /** Builds its requests: from one flat object when all parameters are in the query and there is no body, else from groups. */
  readonly build: BuildRequest;
  /** The media types of the request body, the preferred one first. */
  readonly requestBody?: Readonly<Record<string, WriteBody>>;
  readonly isBodyRequired?: boolean;
  /** The body of each success status (`200`, `2XX`, `default`), or the choice among several. */
  readonly responses: Readonly<Record<string, ResponseBody | ChooseBody>>;
  /** What `Accept` asks for: the media types of all responses, errors included. */
  readonly accept: string;
  /** Alternatives, each a list of schemes that are needed together; an empty list sends no credential. */
  readonly security: readonly (readonly SecurityScheme[])[];
}

/** An operation with the type of its method. */
export interface TypedOperation<Method> extends Operation {
  /** Only a type; no value has it. */
  readonly '~method'?: Method;
}

/** A parameter, and how it is written. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly isRequired?: boolean;
  /** Whether `null` is a value of it, which is sent as nothing. It is refused otherwise. */
  readonly isNullable?: boolean;
  readonly write: WriteParameter;
  /** How characters are escaped, if not as usual for the place. */
  readonly encode?: (text: string) => string;
}

/** Writes a parameter in one of the styles of OpenAPI: the pairs of a query or a cookie, or the text for a path or a header. */
export type WriteParameter = (name: string, value: unknown, encode: (text: string) => string) => string;

/** Writes a request body in a media type. */
export type WriteBody = (value: unknown, mediaType: string) => RequestBody;

/** A request body, ready to be sent as often as needed. */
export interface RequestBody {
  readonly body: unknown;
  /** `undefined` for none, and for multipart, whose boundary the platform chooses. */
  readonly contentType?: string | undefined;
}

/** How the body of a response is read, and checked. */
export interface ResponseBody {
  /** JSON is parsed, bytes become a `Blob`; absent when there is nothing to read. */
  readonly kind?: 'json' | 'text' | 'bytes';
  /** Absent when the contract allows any value. */
  readonly validate?: Validate;
  /** Why there should be no such body. */
  readonly problem?: string;
}

/** Chooses among the bodies of a status, by the media type that came. */
export type ChooseBody = (mediaType: string) => ResponseBody;

/** The part of `Response` that this client reads; undici's and node-fetch's have it too. */
export interface ReadableResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: ReadableHeaders;
  /** Reads the body as text. */
  text(): Promise<string>;
  /** Reads the body as bytes. */
  blob(): Promise<unknown>;
}

/** The part of `Headers` that this client reads. */
export interface ReadableHeaders {
  /** The value of a header, whatever the case of its name; `null` when there is none. */
  get(name: string): string | null;
  /** Calls a function with each header, its name in lower case. */
  forEach(each: (value: string, name: string) => void): void;
}

/** Checks a value against a schema of the contract; `errors` has what is wrong with the last value that failed. */
export interface Validate {
  (value: unknown): boolean;
  errors?: readonly { instancePath: string; message?: string }[] | null;
}

/** Builds a request of an operation from what a caller gave. */
export type BuildRequest = (
  operation: Operation,
  given: unknown,
  client: { readonly baseUrl: string; readonly defaults: Readonly<Record<string, unknown>> | undefined },
) => RequestParts;

/** A request without credentials, as it is shown in errors and given to hooks. */
export interface RequestParts {
  readonly url: string;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** How a credential is sent. */
export interface SecurityScheme {
  /** Its name in the contract. */
  readonly id: string;
  readonly send: SendCredential;
  /** The name of the header, parameter or cookie, for those that the contract names. */
  readonly name?: string;
  /** Whether this is the scheme of the option `apiKey`: the first one that the contract asks for by default. */
  readonly isDefault?: boolean;
}

/** Adds a secret to a request. */
export type SendCredential = (
  request: { url: string; headers: Record<string, string> },
  secret: string,
  name: string,
) => void;

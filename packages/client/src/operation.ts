/**
 * The description of an operation. Generated code describes each operation of the contract; nothing else in this package names
 * one. A description refers to the functions for its parameters and bodies, so that a bundle contains no others.
 */

/** One operation of a contract, as generated. */
export interface Operation {
  /** The `operationId`. */
  readonly id: string;
  /** The HTTP method, in upper case. */
  readonly method: string;
  /** The path, with its templates: `/campaigns/{id}`. */
  readonly path: string;
  /** All parameters, including those of the path item. */
  readonly parameters: Parameters;
  /** Builds its requests: from one flat object when all parameters are in the query and there is no body, else from groups. */
  readonly build: BuildRequest;
  /** The media types of the request body, the preferred one first. */
  readonly requestBody?: Readonly<Record<string, WriteBody>>;
  readonly isBodyRequired?: boolean;
  /** The body of each success status, and of all others (`2XX`), or the choice among several. */
  readonly responses: Readonly<Record<string, ResponseBody | ChooseBody>>;
  /** The `Accept` header: the media types of all responses, including errors. */
  readonly accept: string;
  /** Alternatives, each a list of required schemes; an empty list sends no credential. */
  readonly security: readonly (readonly SecurityScheme[])[];
  /** Chooses among several alternatives. */
  readonly chooseSchemes?: ChooseSchemes;
}

/** An operation with the type of its method. */
export interface TypedOperation<Method> extends Operation {
  /** Only exists in the type. */
  readonly '~method'?: Method;
}

/** Parameters by where they are sent. */
export type Parameters = {
  readonly [Place in 'path' | 'query' | 'header' | 'cookie']?: readonly Parameter[];
};

/** A parameter, and how it is serialized. */
export interface Parameter {
  readonly name: string;
  readonly isRequired?: boolean;
  /** Whether `null` is allowed, which is sent as an empty value. It is refused otherwise. */
  readonly isNullable?: boolean;
  readonly write: WriteParameter;
  /** How characters are escaped, if not in the default way for the location. */
  readonly encode?: (text: string) => string;
}

/** Serializes a parameter in one of the styles of OpenAPI: the pairs of a query or a cookie, or the text for a path or a header. */
export type WriteParameter = (name: string, value: unknown, encode: (text: string) => string) => string;

/** Encodes a request body for a media type. */
export type WriteBody = (value: unknown, mediaType: string) => RequestBody;

/** A request body, ready to be sent as often as needed. */
export interface RequestBody {
  readonly body: unknown;
  /** `undefined` without a body, and for multipart, whose boundary the platform chooses. */
  readonly contentType?: string | undefined;
}

/** How the body of a response is read, and checked. */
export interface ResponseBody {
  /** JSON is parsed, bytes become a `Blob`; absent when there is nothing to read. */
  readonly kind?: 'json' | 'text' | 'bytes';
  /** Missing when the contract allows any value, and in the descriptions of the entry `unchecked`. */
  readonly check?: CheckBody;
}

/**
 * Checks the body of a response.
 *
 * @param refuse throws the error for a body that does not match the contract.
 * @param validate the option of this name; `true` by default.
 */
export type CheckBody = (body: unknown, refuse: (message: string) => never, validate?: boolean) => void;

/** Chooses the body of a response by its status or media type, or says what is wrong with them. */
export type ChooseBody = (response: ReadableResponse) => ResponseBody | string | undefined;

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
  /** Calls a function for each header, with its name in lower case. */
  forEach(each: (value: string, name: string) => void): void;
}

/** Finds the first problem of a value: where it is, and what is wrong, as in `/data/0 must be string`. */
export type Check<Value = unknown> = (value: Value) => string | undefined;

/** Builds a request of an operation from the arguments of a call. */
export type BuildRequest = (operation: Operation, given: unknown, target: RequestTarget) => RequestParts;

/** What a request needs of its client. */
export interface RequestTarget {
  readonly baseUrl: string;
  /** Whether operations with their own server are called there. */
  readonly hasServers?: boolean;
  /** Default query parameters, for every operation that has them. */
  readonly defaults?: Readonly<Record<string, unknown>> | undefined;
}

/** A request without credentials, for errors and hooks. */
export interface RequestParts {
  readonly url: string;
  /** By name in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A security scheme, and how its credential is sent. */
export interface SecurityScheme {
  /**
   * Its name in the contract; `apiKey` for the first default scheme, which the option of this name is for, and `apiKey_` for another
   * scheme of this name.
   */
  readonly id: string;
  readonly send: SendCredential;
  /** The name of the header, parameter or cookie, for API keys. */
  readonly name?: string;
}

/** Chooses the schemes of a call by the credentials of its client. */
export type ChooseSchemes = (credentials: Readonly<Record<string, unknown>>) => readonly SecurityScheme[];

/** Adds a secret to a request. */
export type SendCredential = (
  request: { url: string; headers: Record<string, string> },
  secret: string,
  name: string,
) => void;

import type { JsonObject } from './json.ts';

/** Where a parameter is sent. `querystring` (OpenAPI 3.2) is the whole query string at once. */
export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie' | 'querystring';

/** How a parameter's value is written as text. `cookie` is of OpenAPI 3.2. */
export type ParameterStyle =
  | 'simple'
  | 'label'
  | 'matrix'
  | 'form'
  | 'spaceDelimited'
  | 'pipeDelimited'
  | 'deepObject'
  | 'cookie';

/** A JSON Schema: an object of keywords, or `true` for any value and `false` for none. */
export type Schema = JsonObject | boolean;

/** A named example. */
export interface Example {
  name: string;
  summary: string | undefined;
  value: unknown;
}

/** One parameter of an operation, with the defaults of OpenAPI filled in. */
export interface Parameter {
  name: string;
  in: ParameterPlace;
  required: boolean;
  deprecated: boolean;
  description: string | undefined;
  /** How the value is serialized; has no effect if `mediaType` is set. */
  style: ParameterStyle;
  explode: boolean;
  allowReserved: boolean;
  allowEmptyValue: boolean;
  /** Set if the parameter has `content`: the value is a document of this media type. */
  mediaType: string | undefined;
  schema: Schema;
  /** From the parameter, else from its schema. */
  examples: readonly Example[];
  /** Whether it is declared for all operations of its path. */
  shared: boolean;
  /** JSON Pointer to it, such as `/paths/~1pets/get/parameters/0`. */
  pointer: string;
  /** The object in the document, with its `$ref` resolved. */
  node: JsonObject;
}

/** A header of a response. */
export interface Header {
  /** As in the contract; names are case-insensitive. */
  name: string;
  required: boolean;
  description: string | undefined;
  schema: Schema;
  explode: boolean;
  examples: readonly Example[];
}

/** One media type of a body. */
export interface MediaType {
  /** In lower case, such as `application/json`, `text/*` or `application/json; charset=utf-8`. */
  mediaType: string;
  /** `true` if the contract does not say. In OpenAPI 3.2, `itemSchema` for streamed items is in `node`. */
  schema: Schema;
  examples: readonly Example[];
  /** How each property of a form is serialized. */
  encoding: JsonObject;
  pointer: string;
  node: JsonObject;
}

export interface RequestBody {
  required: boolean;
  description: string | undefined;
  content: readonly MediaType[];
  pointer: string;
}

export interface Response {
  /** `200`, a range such as `4XX`, or `default`. */
  status: string;
  description: string | undefined;
  headers: readonly Header[];
  content: readonly MediaType[];
  pointer: string;
}

/** One way to authenticate. `node` has the properties of its type. */
export interface SecurityScheme {
  /** Its name in `components.securitySchemes`. */
  name: string;
  type: 'apiKey' | 'http' | 'oauth2' | 'openIdConnect' | 'mutualTLS';
  /** Of `http`: the scheme in lower case, such as `bearer`. */
  scheme: string | undefined;
  /** Of `apiKey`: where and under which name the key is sent. */
  in: 'query' | 'header' | 'cookie' | undefined;
  parameter: string | undefined;
  /** The format of the token, in the words of the contract. */
  bearerFormat: string | undefined;
  description: string | undefined;
  node: JsonObject;
}

/** Schemes that are needed together, with the scopes of each. */
export type SecurityRequirement = readonly { scheme: SecurityScheme; scopes: readonly string[] }[];

/** A base URL with variables in braces. */
export interface Server {
  /** As in the contract, such as `https://{region}.example.com/v1`. */
  url: string;
  /** With the defaults of all variables. */
  defaultUrl: string;
  description: string | undefined;
  variables: readonly {
    name: string;
    default: string;
    enum: readonly string[];
    description: string | undefined;
  }[];
}

/** One operation of a contract, with all references resolved. */
export interface Operation {
  /** The `operationId`, or a name made of method and path, such as `get_pets_petId`; unique in the contract. */
  id: string;
  /** Whether the id is from the contract. */
  named: boolean;
  /** In upper case, such as `GET`. */
  method: string;
  /** The path template, such as `/pets/{petId}`; the name, for a webhook. */
  path: string;
  summary: string | undefined;
  description: string | undefined;
  tags: readonly string[];
  deprecated: boolean;
  /** Path-level parameters first; those of the operation replace them by name and place. */
  parameters: readonly Parameter[];
  requestBody: RequestBody | undefined;
  responses: readonly Response[];
  /**
   * Alternatives, one of which must be met. An empty list means that no authentication is needed; an empty
   * alternative makes it optional.
   */
  security: readonly SecurityRequirement[];
  servers: readonly Server[];
  /** Requests that the API sends in response to this one. `path` is the runtime expression. */
  callbacks: readonly Operation[];
  /** JSON Pointer to it, such as `/paths/~1pets/get`. */
  pointer: string;
  node: JsonObject;
}

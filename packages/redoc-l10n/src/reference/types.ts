import type { Json, JsonObject } from 'openapi-l10n';

/** What the pages of one description show, in one language. Texts are Markdown. */
export interface Reference {
  title: string;
  version: string;
  summary: string | undefined;
  /** The prose before its first heading. */
  introduction: string;
  sections: readonly Section[];
  tags: readonly Tag[];
  servers: readonly Server[];
  securitySchemes: readonly SecurityScheme[];
  externalDocs: Link | undefined;
  contact: Link | undefined;
  license: Link | undefined;
  termsOfService: string | undefined;
}

/** A part of the prose, with its heading. */
export interface Section {
  id: string;
  title: string;
  level: number;
  markdown: string;
}

/** A link; without a URL, only a name. */
export interface Link {
  label: string | undefined;
  url: string | undefined;
}

/** A tag with its operations. */
export interface Tag {
  id: string;
  /** '' for operations without any tag. */
  title: string;
  /** The tag group that it belongs to. */
  group: string | undefined;
  description: string | undefined;
  externalDocs: Link | undefined;
  operations: readonly Operation[];
}

export interface Operation {
  id: string;
  operationId: string | undefined;
  /** The JSON pointer of the operation in the document. */
  pointer: string;
  title: string;
  /** In upper case. */
  method: string;
  path: string;
  webhook: boolean;
  deprecated: boolean;
  description: string | undefined;
  externalDocs: Link | undefined;
  servers: readonly Server[];
  /** Alternatives, each a list of required schemes; an empty alternative requires none. */
  security: readonly (readonly SecurityRequirement[])[];
  parameters: readonly Parameter[];
  body: Body | undefined;
  responses: readonly Response[];
  callbacks: readonly Callback[];
  /** Code samples from the description. */
  samples: readonly Sample[];
}

export interface Server {
  url: string;
  description: string | undefined;
  variables: readonly ServerVariable[];
  /** Additional texts of the server, such as `x-region`, which samples may contain. */
  extensions: Readonly<Record<string, string>>;
}

export interface ServerVariable {
  name: string;
  default: string;
  enum: readonly string[];
  description: string | undefined;
}

export interface SecurityRequirement {
  name: string;
  scopes: readonly string[];
}

export interface SecurityScheme {
  name: string;
  type: string;
  description: string | undefined;
  scheme: string | undefined;
  bearerFormat: string | undefined;
  in: string | undefined;
  parameterName: string | undefined;
  openIdConnectUrl: string | undefined;
  flows: readonly OAuthFlow[];
  deprecated: boolean;
}

export interface OAuthFlow {
  name: string;
  authorizationUrl: string | undefined;
  tokenUrl: string | undefined;
  refreshUrl: string | undefined;
  scopes: readonly [string, string][];
}

export type Place = 'path' | 'query' | 'querystring' | 'header' | 'cookie';

export interface Parameter {
  name: string;
  in: Place;
  description: string | undefined;
  required: boolean;
  deprecated: boolean;
  style: string;
  explode: boolean;
  allowReserved: boolean;
  /** The media type, for a parameter that is described by `content`. */
  mediaType: string | undefined;
  schema: JsonObject;
  examples: readonly Example[];
}

export interface Example {
  summary: string | undefined;
  description: string | undefined;
  value: Json | undefined;
  externalValue: string | undefined;
}

export interface Body {
  description: string | undefined;
  required: boolean;
  content: readonly Media[];
}

export interface Media {
  type: string;
  schema: JsonObject | undefined;
  examples: readonly Example[];
  /** The `encoding` of form parts: name and content type. */
  encoding: readonly [string, string][];
}

export interface Response {
  /** `200`, `4XX` or `default`. */
  status: string;
  description: string | undefined;
  headers: readonly Parameter[];
  content: readonly Media[];
  links: readonly ResponseLink[];
}

export interface ResponseLink {
  name: string;
  description: string | undefined;
  operation: string | undefined;
  parameters: readonly [string, string][];
}

export interface Callback {
  name: string;
  /** The operations that the server calls. */
  operations: readonly Operation[];
}

export interface Sample {
  label: string;
  /** The language as the description writes it, such as `Shell`. */
  lang: string;
  source: string;
}

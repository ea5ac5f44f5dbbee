/** The facts of the contract that answering needs; `generated/contract.ts` holds the values. */
export interface Contract {
  title: string;
  version: string;
  /** Base URLs of the real servers. */
  servers: readonly string[];
  /** Requests that a window allows, from the contract's example. */
  rateLimit: number;
  /** Length of that window, in seconds. */
  rateLimitWindow: number;
  operations: readonly ContractOperation[];
}

export interface ContractOperation {
  operationId: string;
  /** In upper case. */
  method: string;
  path: string;
  /** Whether a key must be sent. */
  secured: boolean;
  query: readonly ContractParameter[];
  responses: readonly ContractResponse[];
}

export interface ContractParameter {
  name: string;
  required: boolean;
  schema: ParameterSchema;
  example?: string | number;
}

/** The keywords of JSON Schema that parameters of this contract use. */
export interface ParameterSchema {
  type?: string;
  enum?: readonly string[];
  default?: string | number;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
}

export interface ContractResponse {
  status: number;
  /** Examples of the headers that the contract lists, by name in lower case. */
  headers: { readonly [name: string]: string };
  schema: BodySchema;
  examples: readonly { name: string; value: unknown }[];
}

/** The keywords of JSON Schema that bodies of this contract use, with every `$ref` followed. */
export interface BodySchema {
  type?: string;
  properties?: { readonly [name: string]: BodySchema };
  items?: BodySchema;
  enum?: readonly unknown[];
  examples?: readonly unknown[];
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}

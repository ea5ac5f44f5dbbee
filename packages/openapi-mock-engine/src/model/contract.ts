import { Document } from './document.ts';
import { isObject, membersAt, textAt } from './json.ts';
import type { Operation, Schema, SecurityScheme, Server } from './operation.ts';
import { readOperations } from './read-operations.ts';
import { readServers } from './read-servers.ts';
import { Schemas } from './schema/schemas.ts';

/**
 * A parsed OpenAPI document: its operations with all references resolved, and its schemas ready to check values.
 *
 * Schemas are compiled when they are first used, so that a contract of a thousand operations loads quickly.
 */
export class Contract {
  /** The original document, unchanged. */
  readonly document: Document;
  readonly title: string;
  /** `info.version`. */
  readonly version: string;
  readonly servers: readonly Server[];
  readonly operations: readonly Operation[];
  /** Requests that the API sends (OpenAPI 3.1 and later). */
  readonly webhooks: readonly Operation[];
  readonly securitySchemes: readonly SecurityScheme[];
  /** Checks values by the contract's schemas. */
  readonly schemas: Schemas;
  /**
   * What cannot be checked, such as a pattern in the syntax of another language, or a security scheme that is not defined. Grows
   * as schemas are used.
   */
  readonly warnings: readonly string[];

  /** @throws ContractError if `root` is not an OpenAPI 3.0, 3.1 or 3.2 document, or a reference cannot be resolved */
  constructor(root: unknown) {
    this.document = new Document(root);
    const { info } = this.document.root;
    this.title = (isObject(info) ? textAt(info, 'title') : undefined) ?? 'Untitled';
    this.version = (isObject(info) ? textAt(info, 'version') : undefined) ?? '';
    this.servers = readServers(this.document.root);
    const warnings: string[] = [];
    const warn = (warning: string): void => {
      if (!warnings.includes(warning)) warnings.push(warning);
    };
    const { operations, webhooks, securitySchemes } = readOperations(this.document, this.servers, warn);
    this.operations = operations;
    this.webhooks = webhooks;
    this.securitySchemes = securitySchemes;
    this.schemas = new Schemas(this.document, warn);
    this.warnings = warnings;
  }

  /** The operation with this id, or `undefined`. */
  operation(id: string): Operation | undefined {
    return this.operations.find((operation) => operation.id === id);
  }

  /** The keywords of a schema, with its `$ref` resolved; `{}` for `true` and `false`. */
  resolve(schema: Schema): { readonly [keyword: string]: unknown } {
    return this.document.resolve(schema);
  }

  /** The schemas of `components`, by name. */
  get componentSchemas(): readonly (readonly [name: string, schema: Schema])[] {
    const { components } = this.document.root;
    return isObject(components)
      ? membersAt(components, 'schemas').filter((entry): entry is [string, Schema] => isSchema(entry[1]))
      : [];
  }
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'boolean' || isObject(value);
}

/**
 * Reads a contract from a parsed OpenAPI document.
 *
 * @example
 * const contract = readContract(JSON.parse(text));
 * for (const { id, method, path } of contract.operations) console.log(id, method, path);
 *
 * @throws ContractError if it is not an OpenAPI 3.0, 3.1 or 3.2 document, or a reference cannot be resolved
 */
export function readContract(document: unknown): Contract {
  return new Contract(document);
}

/** The operations of a contract, or of a parsed document. @throws ContractError as `readContract` does */
export function operations(contract: unknown): readonly Operation[] {
  return (contract instanceof Contract ? contract : new Contract(contract)).operations;
}

import { createRequire } from 'node:module';
import {
  type Contract as Model,
  type Schema as ModelSchema,
  type Operation,
  readContract,
} from 'openapi-mock-engine/model';

/** The languages of help, messages and tool descriptions. */
export const languages = ['en', 'fr'] as const;
/** A language of the command line. */
export type Language = (typeof languages)[number];

/** The part of a schema that this package uses. */
export interface Schema {
  type?: string;
  enum?: readonly string[];
  default?: string | number;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  pattern?: string;
  description?: string;
}

/** A query parameter of the operation. */
export interface Parameter {
  name: string;
  required: boolean;
  description: string;
  schema: Schema;
  example: string | number | undefined;
}

/** The facts from the contract, in one language. */
export interface Contract {
  language: Language;
  version: string;
  title: string;
  /** The description of the API, Markdown with `##` sections. */
  description: string;
  operation: { summary: string; description: string; path: string };
  /** The query parameters of the operation, by name. */
  parameters: ReadonlyMap<string, Parameter>;
  /** Properties of one point of a series, with their descriptions. */
  point: Record<string, Schema>;
  /** The permission that the key needs. */
  permission: string;
  /** Base URLs by the name of the instance. */
  instances: ReadonlyMap<string, { url: string; description: string }>;
  /** The whole document. */
  document: object;
}

/** What the operation model does not have: names of instances, and the description of the API. */
interface Document {
  info: { description: string };
  servers: { url: string; description: string; 'x-instance': string }[];
}

const operationId = 'getSessionsDataSeries';
const require = createRequire(import.meta.url);
const loaded = new Map<Language, Contract>();

/** Reads the contract in one language, cached. */
export function loadContract(language: Language): Contract {
  const known = loaded.get(language);
  if (known) return known;
  const document: Document = require(`@session-series/contract/openapi.${language}.json`);
  const contract = read(document, language);
  loaded.set(language, contract);
  return contract;
}

function read(document: Document, language: Language): Contract {
  const model = readContract(document);
  const operation = model.operation(operationId);
  if (!operation) throw new Error(`The contract has no operation ${operationId}.`);
  const { summary = '', description = '', path } = operation;
  const parameters = operation.parameters.map(({ name, required, description = '', schema, examples }) => ({
    name,
    required,
    description,
    schema: model.resolve(schema) as Schema, // Each keyword is optional, and has this type in JSON Schema.
    example: examples[0]?.value as Parameter['example'], // For a parameter of type string or integer.
  }));
  return {
    language,
    version: model.version,
    title: model.title,
    description: document.info.description,
    operation: { summary, description, path },
    parameters: new Map(parameters.map((parameter) => [parameter.name, parameter])),
    point: pointOf(model, operation),
    permission: permissionOf(operation),
    instances: new Map(
      document.servers.map((server) => [
        server['x-instance'],
        { url: server.url, description: server.description },
      ]),
    ),
    document,
  };
}

/** The properties of the items of the series in a response. */
function pointOf(model: Model, { responses }: Operation): Record<string, Schema> {
  const [content] = responses.find(({ status }) => status.startsWith('2'))?.content ?? [];
  const body = model.resolve(content?.schema ?? {}) as JsonSchema; // The type of JSON Schema keywords.
  const series = model.resolve(body.properties?.['data'] ?? {}) as JsonSchema;
  const { properties = {} } = model.resolve(series.items ?? {}) as JsonSchema;
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, model.resolve(schema) as Schema]),
  );
}

interface JsonSchema {
  properties?: Record<string, ModelSchema>;
  items?: ModelSchema;
}

/** The contract names the permission in the description of the operation's key, as code. */
function permissionOf({ security }: Operation): string {
  for (const { scheme } of security.flat()) {
    const [, permission] = /`([^`]+)`/.exec(scheme.description ?? '') ?? [];
    if (permission !== undefined) return permission;
  }
  throw new Error('The contract does not name the permission of a key.');
}

/** A parameter that this program needs. @throws Error when it is no longer in the contract. */
export function parameterOf(contract: Contract, name: string): Parameter {
  const parameter = contract.parameters.get(name);
  if (!parameter) throw new Error(`The contract has no parameter ${name}.`);
  return parameter;
}

/** The first sentence of a Markdown text, on one line, without the period. */
export function firstSentence(markdown: string): string {
  const line = markdown.trim().replace(/\s+/g, ' ');
  const end = /[.:;](?= |$)/.exec(line)?.index ?? line.length;
  return line.slice(0, end).trim();
}

/** The allowed values of a parameter, in short: `1..100`, `day|hour`. */
export function domainOf({ schema }: Parameter): string | undefined {
  if (schema.enum) return schema.enum.join('|');
  if (schema.minimum !== undefined && schema.maximum !== undefined) {
    return `${schema.minimum}..${schema.maximum}`;
  }
  return undefined;
}

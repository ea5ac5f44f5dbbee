import { createRequire } from 'node:module';

/** The languages of help, messages and tool descriptions. */
export const languages = ['en', 'fr'] as const;
/** A language of the command line. */
export type Language = (typeof languages)[number];

/** What this package reads of a schema. */
export interface Schema {
  $ref?: string;
  type?: string;
  enum?: readonly string[];
  default?: string | number;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  pattern?: string;
  examples?: readonly unknown[];
  description?: string;
  properties?: Record<string, Schema>;
}

/** A query parameter of the operation. */
export interface Parameter {
  name: string;
  required?: boolean;
  description: string;
  schema: Schema;
  example?: string | number;
}

interface Document {
  info: { title: string; version: string; summary: string; description: string };
  servers: { url: string; description: string; 'x-instance': string }[];
  paths: Record<string, Record<string, Operation | undefined>>;
  components: {
    parameters: Record<string, Parameter>;
    schemas: Record<string, Schema>;
    securitySchemes: Record<string, { description: string }>;
  };
}

interface Operation {
  operationId: string;
  summary: string;
  description: string;
  parameters: (Parameter | { $ref: string })[];
}

/** The facts that the command line takes from the contract, in one language. */
export interface Contract {
  language: Language;
  version: string;
  title: string;
  /** Prose of the whole API, as Markdown with `##` sections. */
  description: string;
  operation: { summary: string; description: string; path: string };
  /** The query parameters of the operation, by their names on the wire. */
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

const operationId = 'getSessionsDataSeries';
const require = createRequire(import.meta.url);
const loaded = new Map<Language, Contract>();

/** Reads the contract in one language. Each language is read once. */
export function loadContract(language: Language): Contract {
  const known = loaded.get(language);
  if (known) return known;
  const document: Document = require(`@session-series/contract/openapi.${language}.json`);
  const contract = readContract(document, language);
  loaded.set(language, contract);
  return contract;
}

function readContract(document: Document, language: Language): Contract {
  const { info, servers, paths, components } = document;
  const [path, operation] = findOperation(paths);
  const parameters = operation.parameters.map((parameter) =>
    '$ref' in parameter ? lookUp(components.parameters, parameter.$ref) : parameter,
  );
  return {
    language,
    version: info.version,
    title: info.title,
    description: info.description,
    operation: { summary: operation.summary, description: operation.description, path },
    parameters: new Map(parameters.map((parameter) => [parameter.name, parameter])),
    point: lookUp(components.schemas, '#/components/schemas/SessionsPoint').properties ?? {},
    permission: permissionOf(components.securitySchemes),
    instances: new Map(
      servers.map((server) => [server['x-instance'], { url: server.url, description: server.description }]),
    ),
    document,
  };
}

/** The contract names the permission in the description of the key, as code. */
function permissionOf(schemes: Document['components']['securitySchemes']): string {
  for (const { description } of Object.values(schemes)) {
    const [, permission] = /`([^`]+)`/.exec(description) ?? [];
    if (permission !== undefined) return permission;
  }
  throw new Error('The contract does not name the permission of a key.');
}

function findOperation(paths: Document['paths']): [string, Operation] {
  for (const [path, item] of Object.entries(paths)) {
    const operation = Object.values(item).find((candidate) => candidate?.operationId === operationId);
    if (operation) return [path, operation];
  }
  throw new Error(`The contract has no operation ${operationId}.`);
}

function lookUp<Value>(values: Record<string, Value>, reference: string): Value {
  const value = values[reference.split('/').at(-1) ?? ''];
  if (value === undefined) throw new Error(`The contract refers to ${reference}, which it does not have.`);
  return value;
}

/** A parameter that this program relies on. @throws Error when the contract no longer has it. */
export function parameterOf(contract: Contract, name: string): Parameter {
  const parameter = contract.parameters.get(name);
  if (!parameter) throw new Error(`The contract has no parameter ${name}.`);
  return parameter;
}

/** The first sentence of a Markdown text, on one line, without its last period. */
export function firstSentence(markdown: string): string {
  const line = markdown.trim().replace(/\s+/g, ' ');
  const end = /[.:;](?= |$)/.exec(line)?.index ?? line.length;
  return line.slice(0, end).trim();
}

/** What the schema of a parameter admits, in a few words: `1..100`, `day|hour`. */
export function domainOf({ schema }: Parameter): string | undefined {
  if (schema.enum) return schema.enum.join('|');
  if (schema.minimum !== undefined && schema.maximum !== undefined) {
    return `${schema.minimum}..${schema.maximum}`;
  }
  return undefined;
}

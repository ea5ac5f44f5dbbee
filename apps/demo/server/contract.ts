import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Rule } from '../src/contract/validate.ts';

/** An operation that the proxy forwards. */
export interface Operation {
  /** Upper case, as in a request. */
  method: string;
  path: string;
  parameters: Rule[];
}

/** What the server needs of the contract. */
export interface Contract {
  operations: Operation[];
  instances: { name: string; url: string }[];
  /** Headers of answers that may pass, lower case. */
  headers: string[];
}

interface Document {
  servers: { url: string; 'x-instance': string }[];
  paths: Record<string, Record<string, { parameters: { $ref: string }[] }>>;
  components: { parameters: Record<string, Rule>; headers: Record<string, unknown> };
}

/** Reads the published bundle: every operation with a GET, with its rules. */
export async function readContract(): Promise<Contract> {
  const file = fileURLToPath(import.meta.resolve('@session-series/contract/openapi.en.json'));
  // The linter and the bundler have proved this shape.
  const document = JSON.parse(await readFile(file, 'utf8')) as Document;
  return {
    operations: Object.entries(document.paths).flatMap(([path, methods]) =>
      methods['get'] ? [{ method: 'GET', path, parameters: rules(document, methods['get'].parameters) }] : [],
    ),
    instances: document.servers.map((server) => ({ name: server['x-instance'], url: server.url })),
    headers: Object.keys(document.components.headers).map((name) => name.toLowerCase()),
  };
}

function rules({ components }: Document, references: { $ref: string }[]): Rule[] {
  return references.flatMap(({ $ref }) => {
    const rule = components.parameters[$ref.split('/').at(-1) ?? ''];
    return rule ? [{ ...rule, required: rule.required === true }] : [];
  });
}

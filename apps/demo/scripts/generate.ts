/**
 * Writes what the page needs from the contract to src/generated/: facts once, texts once per language.
 *
 * The page loads these few kilobytes instead of two bundles.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

interface Parameter {
  name: string;
  in: string;
  description: string;
  required?: boolean;
  schema: Record<string, unknown>;
  example: unknown;
}
interface Contract {
  servers: { url: string; description: string; 'x-instance': string }[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    parameters: Record<string, Parameter>;
    headers: Record<string, unknown>;
    responses: Record<string, { description: string }>;
  };
}
interface Operation {
  operationId: string;
  summary: string;
  tags?: string[];
  parameters?: (Parameter | { $ref: string })[];
  responses: Record<string, { $ref?: string; description?: string }>;
}

/** The parameters of an operation that the chart can use: a number of units before an instant. */
const seriesParameters = ['length', 'unit', 'ending_at'];
const folder = new URL('../src/generated/', import.meta.url);
const header = (from: string) => `// Generated from ${from} by scripts/generate.ts. Do not edit.\n`;

const contracts = { en: await read('en'), fr: await read('fr') };
await mkdir(folder, { recursive: true });
await writeFile(new URL('contract.ts', folder), facts(contracts.en));
for (const [language, contract] of Object.entries(contracts)) {
  await writeFile(new URL(`words.${language}.ts`, folder), words(language, contract));
}

/** The contract in one language. The cast is safe because Redocly's linter has validated the document. */
async function read(language: string): Promise<Contract> {
  const file = fileURLToPath(import.meta.resolve(`@session-series/contract/openapi.${language}.json`));
  return JSON.parse(await readFile(file, 'utf8')) as Contract;
}

function facts(contract: Contract): string {
  const { path, method, operation } = findSeries(contract);
  const parameters = Object.fromEntries(
    parametersOf(contract, operation).map(({ name, in: place, required, schema, example }) => [
      name,
      { name, in: place, required: required === true, schema: constraints(schema), example },
    ]),
  );
  const instances = contract.servers.map((server) => ({ name: server['x-instance'], url: server.url }));
  return [
    header('the contract'),
    constant('operation', {
      operationId: operation.operationId,
      method,
      path,
      docs: docsAnchor(operation),
    }),
    constant('parameters', parameters),
    constant('instances', instances),
    constant('rateLimitHeaders', Object.keys(contract.components.headers)),
  ].join('\n');
}

function words(language: string, contract: Contract): string {
  const { operation } = findSeries(contract);
  const parameters = Object.fromEntries(
    parametersOf(contract, operation).map(({ name, description }) => [name, description.trim()]),
  );
  const responses = Object.fromEntries(
    Object.entries(operation.responses).map(([status, response]) => {
      const named = contract.components.responses[response.$ref?.split('/').at(-1) ?? ''];
      return [status, (response.description ?? named?.description ?? '').trim()];
    }),
  );
  return [header(`the contract in ${language}`), constant('words', { parameters, responses })].join('\n');
}

/** The first operation that is a series. */
function findSeries(contract: Contract): { path: string; method: string; operation: Operation } {
  for (const [path, methods] of Object.entries(contract.paths)) {
    const operation = methods['get'];
    if (!operation) continue;
    const names = parametersOf(contract, operation).map(({ name }) => name);
    if (seriesParameters.every((name) => names.includes(name))) return { path, method: 'get', operation };
  }
  throw new Error(
    `The chart needs a GET operation with the parameters ${seriesParameters.join(', ')}; the contract has none.`,
  );
}

function parametersOf({ components }: Contract, { parameters = [] }: Operation): Parameter[] {
  return parameters.map((parameter) => {
    if (!('$ref' in parameter)) return parameter;
    const found = components.parameters[parameter.$ref.split('/').at(-1) ?? ''];
    if (!found) throw new Error(`The contract's ${parameter.$ref} does not exist.`);
    return found;
  });
}

/** The address of the operation in the docs; those of its parameters are below it. */
function docsAnchor({ operationId, tags = [] }: Operation): string {
  return [...tags.slice(0, 1), operationId].map((part) => part.toLowerCase().replace(/\s+/g, '-')).join('/');
}

/** The constraints of a value, without examples and texts of the schema. */
function constraints(schema: Record<string, unknown>): Record<string, unknown> {
  const kept = ['type', 'minimum', 'maximum', 'minLength', 'maxLength', 'pattern', 'enum', 'default'];
  return Object.fromEntries(Object.entries(schema).filter(([name]) => kept.includes(name)));
}

function constant(name: string, value: unknown): string {
  return `export const ${name} = ${JSON.stringify(value, null, 2)} as const;\n`;
}

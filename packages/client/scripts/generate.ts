/** Writes what the client takes from the contract: its types, and the few facts it needs at run time. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { type Schema, validatorOf } from './validator.ts';

const bundle = new URL(import.meta.resolve('@session-series/contract/openapi.en.json'));
const contract: {
  servers: { url: string; 'x-instance': string }[];
  paths: Record<string, { get?: { operationId: string; parameters: { $ref: string }[] } }>;
  components: {
    schemas: Record<string, Schema>;
    parameters: Record<string, { name: string; schema: { maximum?: number; default?: string } }>;
  };
} = JSON.parse(readFileSync(bundle, 'utf8'));

const header = '// Generated from the contract. Do not edit: the next build overwrites it.\n';
const folder = new URL('../src/generated/', import.meta.url);
mkdirSync(folder, { recursive: true });
const write = (name: string, code: string) =>
  writeFileSync(fileURLToPath(new URL(name, folder)), `${header}${code}`);

// Editors and the reference show the text itself, without a tag that is nobody's.
const summaries = {
  paths: 'Each path of the contract, and its operations.',
  components: 'What the contract defines by name: schemas, answers, parameters and headers.',
  operations: 'Each operation of the contract by its name: what it is asked, and what it answers.',
};
const types = Object.entries(summaries).reduce(
  (code, [name, summary]) => code.replace(`export interface ${name} {`, `/** ${summary} */\n$&`),
  astToString(await openapiTS(bundle, { alphabetize: false })).replaceAll('@description ', ''),
);
write('openapi.ts', types);

const instances = Object.fromEntries(contract.servers.map(({ 'x-instance': name, url }) => [name, url]));
write(
  'instances.ts',
  `
/** The REST hosts of the contract, by the name of the instance. */
export const instances = ${JSON.stringify(instances, null, 2)} as const;
`,
);

const { schemas, parameters } = contract.components;
write(
  'validate.ts',
  `
import type { components } from './openapi.ts';

/**
 * Names what in an answer is not as in the contract, whatever its type says; nothing when all of it is.
 *
 * @param length how many items were asked for.
 */
export function flawOfSessionsDataSeries(
  value: components['schemas']['SessionsDataSeries'] | undefined,
  length: number,
): string | undefined {
${validatorOf({ $ref: '#/components/schemas/SessionsDataSeries' }, schemas)}
return undefined;
}
`,
);

const found = Object.entries(contract.paths).find(
  ([, { get }]) => get?.operationId === 'getSessionsDataSeries',
);
if (!found) throw new Error('The contract has no operation getSessionsDataSeries.');
const [path, { get }] = found;
const names = get?.parameters.map(({ $ref }) => parameters[$ref.split('/').at(-1) ?? '']?.name);
write(
  'operation.ts',
  `
/** Where the operation is. */
export const path = ${JSON.stringify(path)};

/** The names of its parameters. */
export const parameterNames: readonly string[] = ${JSON.stringify(names)};
`,
);

write(
  'bounds.ts',
  `
/** The most units that one call answers. */
export const maximumLength = ${parameters['length']?.schema.maximum};

/** What the unit is when a call does not say. */
export const defaultUnit = ${JSON.stringify(parameters['unit']?.schema.default)};
`,
);

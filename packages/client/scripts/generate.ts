/** Writes what the client takes from the contract: its types, and the few facts it needs at run time. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { type Schema, validatorOf } from './validator.ts';

const bundle = new URL(import.meta.resolve('@session-series/contract/openapi.en.json'));
const contract: {
  servers: { url: string; 'x-instance': string }[];
  paths: Record<string, { get: { parameters: { $ref: string }[] } }>;
  components: {
    schemas: Record<string, Schema>;
    parameters: Record<string, { schema: { maximum?: number; default?: string } }>;
  };
} = JSON.parse(readFileSync(bundle, 'utf8'));

const header = '// Generated from the contract. Do not edit: the next build overwrites it.\n';
const folder = new URL('../src/generated/', import.meta.url);
mkdirSync(folder, { recursive: true });
const write = (name: string, code: string) =>
  writeFileSync(fileURLToPath(new URL(name, folder)), `${header}${code}`);

write('openapi.ts', astToString(await openapiTS(bundle, { alphabetize: false })));

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
/** Tells what is wrong with an answer, or nothing when it is what the contract describes. */
export function flawOfSessionsDataSeries(value: unknown): string | undefined {
${validatorOf({ $ref: '#/components/schemas/SessionsDataSeries' }, schemas)}
return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
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

/**
 * Writes what the page needs from the contract to src/generated/: facts once, texts once per language of the page. A
 * language without a bundle of the contract has the English one. Without a series to draw, the page has no chart.
 *
 * The page loads these few kilobytes instead of whole bundles.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { refName } from 'openapi-mock-engine/model';

interface Parameter {
  name: string;
  in: string;
  description: string;
  required?: boolean;
  schema: Record<string, unknown>;
  example: unknown;
}
interface Contract {
  servers?: { url: string; description: string; 'x-instance'?: string }[];
  paths: Record<string, Record<string, Operation>>;
  components?: {
    parameters?: Record<string, Parameter>;
    headers?: Record<string, unknown>;
    responses?: Record<string, { description: string }>;
  };
}
interface Operation {
  operationId?: string;
  summary: string;
  tags?: string[];
  parameters?: (Parameter | { $ref: string })[];
  responses: Record<string, { $ref?: string; description?: string }>;
}

/** The parameters of an operation that the chart can use: a number of units before an instant. */
const seriesParameters = ['length', 'unit', 'ending_at'];
const folder = new URL('../src/generated/', import.meta.url);
const header = (from: string) => `// Generated from ${from} by scripts/generate.ts. Do not edit.\n`;

const { locales }: { locales: string[] } = JSON.parse(
  await readFile(new URL('../project.inlang/settings.json', import.meta.url), 'utf8'),
);
const english = await read('en');
const series = findSeries(english);
await mkdir(folder, { recursive: true });
await writeFile(new URL('contract.ts', folder), facts(english));
for (const language of locales)
  await writeFile(new URL(`words.${language}.ts`, folder), words(language, await read(language)));
await writeFile(
  new URL('texts.ts', folder),
  [
    header('the languages of the page'),
    loaders('words', (language) => `() => import('./words.${language}.ts')`),
  ].join('\n'),
);
await writeFile(
  new URL('contracts.ts', folder),
  [
    header('the languages of the contract'),
    `import { readContract } from 'openapi-mock-engine/model';\n`,
    loaders(
      'contracts',
      (language) => `async () => readContract((await import('${bundleOf(language)}')).default)`,
    ),
  ].join('\n'),
);
await writeFile(
  new URL('screens.ts', folder),
  [
    header('the contract'),
    series
      ? `export { loadCatalogue } from '../api/load-catalogue.ts';\nexport { App as chart } from '../shell/app.tsx';\n`
      : [
          `import type { Catalogue } from '../api/catalogue.ts';`,
          `import type { BackEnd } from '../api/config.ts';\n`,
          'export const chart = undefined;',
          'export const loadCatalogue: ((backEnd: BackEnd) => Promise<Catalogue>) | undefined = undefined;\n',
        ].join('\n'),
  ].join('\n'),
);

/** The bundle of the contract for a language of the page. */
function bundleOf(language: string): string {
  const bundle = (tag: string) => `@session-series/contract/openapi.${tag}.json`;
  try {
    return existsSync(fileURLToPath(import.meta.resolve(bundle(language)))) ? bundle(language) : bundle('en');
  } catch {
    return bundle('en'); // the package has no such entry
  }
}

function loaders(name: string, load: (language: string) => string): string {
  const entries = locales.map((language) => `  ${language}: ${load(language)},\n`);
  return `export const ${name} = {\n${entries.join('')}} as const;\n`;
}

/** The contract in one language. The cast is safe because Redocly's linter has validated the document. */
async function read(language: string): Promise<Contract> {
  const file = fileURLToPath(import.meta.resolve(bundleOf(language)));
  return JSON.parse(await readFile(file, 'utf8')) as Contract;
}

function facts(contract: Contract): string {
  const { path, method, operation } = series ?? firstOf(contract);
  const parameters = Object.fromEntries(
    (series ? parametersOf(contract, operation) : []).map(
      ({ name, in: place, required, schema, example }) => [
        name,
        { name, in: place, required: required === true, schema: constraints(schema), example },
      ],
    ),
  );
  const instances = (contract.servers ?? []).flatMap(({ 'x-instance': name, url }) =>
    name === undefined ? [] : [{ name, url }],
  );
  return [
    header('the contract'),
    constant('hasChart', series !== undefined),
    constant('operation', {
      operationId: operation.operationId ?? '',
      method,
      path,
      docs: docsAnchor(operation),
    }),
    constant('parameters', parameters),
    constant('instances', instances),
    constant('rateLimitHeaders', Object.keys(contract.components?.headers ?? {})),
  ].join('\n');
}

function words(language: string, contract: Contract): string {
  const { operation } = findSeries(contract) ?? firstOf(contract);
  const parameters = Object.fromEntries(
    (series ? parametersOf(contract, operation) : []).map(({ name, description }) => [
      name,
      description.trim(),
    ]),
  );
  const responses = Object.fromEntries(
    Object.entries(operation.responses).map(([status, response]) => {
      const named = contract.components?.responses?.[refName(response.$ref ?? '')];
      return [status, (response.description ?? named?.description ?? '').trim()];
    }),
  );
  return [header(`the contract in ${language}`), constant('words', { parameters, responses })].join('\n');
}

interface Found {
  path: string;
  method: string;
  operation: Operation;
}

/** The first operation that is a series; undefined if there is none. */
function findSeries(contract: Contract): Found | undefined {
  for (const [path, methods] of Object.entries(contract.paths)) {
    const operation = methods['get'];
    if (!operation) continue;
    const names = parametersOf(contract, operation).map(({ name }) => name);
    if (seriesParameters.every((name) => names.includes(name))) return { path, method: 'get', operation };
  }
  return undefined;
}

/** The operation whose form is opened first. */
function firstOf({ paths }: Contract): Found {
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods))
      if (operation.responses) return { path, method, operation };
  throw new Error('The page needs an operation; the contract has none.');
}

function parametersOf({ components }: Contract, { parameters = [] }: Operation): Parameter[] {
  return parameters.map((parameter) => {
    if (!('$ref' in parameter)) return parameter;
    const found = components?.parameters?.[refName(parameter.$ref)];
    if (!found) throw new Error(`The contract's ${parameter.$ref} does not exist.`);
    return found;
  });
}

/** The address of the operation in the docs; those of its parameters are below it. */
function docsAnchor({ operationId, tags = [] }: Operation): string {
  return [...tags.slice(0, 1), operationId ?? '']
    .map((part) => part.toLowerCase().replace(/\s+/g, '-'))
    .join('/');
}

/** The constraints of a value, without examples and texts of the schema. */
function constraints(schema: Record<string, unknown>): Record<string, unknown> {
  const kept = ['type', 'minimum', 'maximum', 'minLength', 'maxLength', 'pattern', 'enum', 'default'];
  return Object.fromEntries(Object.entries(schema).filter(([name]) => kept.includes(name)));
}

function constant(name: string, value: unknown): string {
  return `export const ${name} = ${JSON.stringify(value, null, 2)} as const;\n`;
}

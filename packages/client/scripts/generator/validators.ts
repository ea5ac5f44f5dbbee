import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { simplifyChecks } from './simplify-checks.ts';
import { header } from './source.ts';

/** A schema of a contract: keywords, or `true` and `false`. */
export type Schema = boolean | { readonly [keyword: string]: unknown };

/**
 * Compiles schemas into a module that needs no validator at run time, and no `eval`.
 *
 * @param document whose components the schemas refer to.
 * @param schemas by the name of their export.
 * @param options `allErrors` to find everything that is wrong, not only the first thing.
 */
export async function compileValidators(
  document: object,
  schemas: Readonly<Record<string, Schema>>,
  { allErrors = false } = {},
): Promise<string> {
  const code = compile(document, schemas, allErrors);
  const { outputFiles } = await build({
    stdin: {
      // Only what finds everything tells a form which property is missing.
      contents: simplifyChecks(
        code,
        allErrors ? ['schemaPath', 'keyword'] : ['schemaPath', 'keyword', 'params'],
      ),
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    charset: 'utf8',
    write: false,
    // What is left of a schema in the code is what a check reads.
    treeShaking: true,
    minifySyntax: true,
    legalComments: 'none',
  });
  return `${header}// @ts-nocheck: compiled from JSON Schema\n${outputFiles[0]?.text ?? ''}`;
}

function compile(
  document: object,
  schemas: Readonly<Record<string, Schema>>,
  allErrors: boolean,
  discriminator = true,
): string {
  const ajv = new Ajv2020.default({
    code: { source: true, esm: true, optimize: 2 },
    // A contract has keywords of its own, and in JSON Schema 2020-12 a format only describes.
    strict: false,
    // JSON has no Infinity, but 1e400 is read as one.
    strictNumbers: true,
    validateFormats: false,
    discriminator,
    allErrors,
  });
  // Bookkeeping that only these keywords read.
  ajv.opts.unevaluated = /"unevaluated(Items|Properties)"/.test(JSON.stringify([document, schemas]));
  const root = asResponse(document) as object;
  const ids: Record<string, string> = {};
  for (const [name, schema] of Object.entries(schemas)) {
    ids[name] = `contract:${name}`;
    ajv.addSchema({ ...root, ...(asResponse(followRef(schema, document)) as object), $id: ids[name] });
  }
  try {
    return standaloneCode.default(ajv, ids);
  } catch (error) {
    // A discriminator only makes the message better: oneOf decides the same. Some forms of it cannot be compiled.
    if (discriminator && String(error).includes('discriminator'))
      return compile(document, schemas, allErrors, false);
    throw error;
  }
}

/** What a schema refers to, if that is all it does: a check less. */
function followRef(schema: Schema, document: object): Schema {
  if (typeof schema !== 'object' || Object.keys(schema).join() !== '$ref') return schema;
  const keys = String(schema['$ref']).split('/').slice(1);
  const target: unknown = keys.reduce<unknown>(
    (node, key) => Object(node)[key.replaceAll('~1', '/').replaceAll('~0', '~')],
    document,
  );
  // Anything but a pointer into the document is left to the compiler.
  return typeof target === 'object' && target !== null ? followRef(target as Schema, document) : schema;
}

/**
 * Schemas as they are for a response: without the properties that are only written, even where requests require them, without the
 * mapping of a discriminator, whose values the schemas repeat, and with the keywords of OpenAPI 3.0 in the words of JSON Schema.
 */
function asResponse(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(asResponse);
  if (typeof node !== 'object' || node === null) return node;
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(node)) {
    const isDiscriminator = name === 'discriminator' && 'oneOf' in node;
    copy[name] = isDiscriminator ? { propertyName: Object(value).propertyName } : asResponse(value);
  }
  const { required, properties } = copy;
  if (Array.isArray(required) && typeof properties === 'object') {
    copy['required'] = required.filter((name) => Object(Object(properties)[name]).writeOnly !== true);
  }
  return withoutOldKeywords(copy);
}

/** Translates `nullable` and bounds that are exclusive by a flag, where they are keywords and not the names of properties. */
function withoutOldKeywords(schema: Record<string, unknown>): Record<string, unknown> {
  const { nullable, ...rest } = schema;
  for (const [exclusive, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof rest[exclusive] !== 'boolean') continue;
    if (rest[exclusive]) {
      rest[exclusive] = rest[bound];
      delete rest[bound];
    } else delete rest[exclusive];
  }
  if (typeof nullable !== 'boolean') return nullable === undefined ? rest : schema;
  if (!nullable) return rest;
  if (rest['type'] === undefined || 'enum' in rest) return { anyOf: [rest, { type: 'null' }] };
  return { ...rest, type: [rest['type'], 'null'].flat() };
}

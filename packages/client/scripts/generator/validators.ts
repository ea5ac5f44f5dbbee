import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { reachable, targetOf } from './reachable.ts';
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
      // Only the checks that collect every error tell a form which property is missing.
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
    // Only the parts of a schema that a check reads stay in the code.
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
    // Contracts have custom keywords, and in JSON Schema 2020-12 `format` is only an annotation.
    strict: false,
    // JSON has no Infinity, but 1e400 is parsed as one.
    strictNumbers: true,
    validateFormats: false,
    discriminator,
    allErrors,
  });
  const part = reachable(document, schemas);
  // State that only these keywords read.
  ajv.opts.unevaluated = /"unevaluated(Items|Properties)"/.test(JSON.stringify([part, schemas]));
  const root = asResponse(part) as object;
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

/** The target of a schema that is only a reference, which saves a check. */
function followRef(schema: Schema, document: object): Schema {
  if (typeof schema !== 'object' || Object.keys(schema).join() !== '$ref') return schema;
  const target = targetOf(String(schema['$ref']), document);
  // Anything but a pointer into the document is left to the compiler.
  return typeof target === 'object' && target !== null ? followRef(target as Schema, document) : schema;
}

/**
 * The schemas of a response: without write-only properties, even if requests require them; without
 * discriminator mappings, whose values the schemas repeat; and with OpenAPI 3.0 keywords translated to JSON
 * Schema.
 */
export function asResponse(node: unknown): unknown {
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

/** Translates `nullable` and boolean exclusive bounds, where they are keywords and not property names. */
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

import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { header } from './source.ts';

/** A schema of a contract: keywords, or `true` and `false`. */
export type Schema = boolean | { readonly [keyword: string]: unknown };

/**
 * Compiles schemas into a module that needs no validator at run time, and no `eval`.
 *
 * @param document whose components the schemas refer to.
 * @param schemas by the name of their export.
 */
export async function compileValidators(
  document: object,
  schemas: Readonly<Record<string, Schema>>,
): Promise<string> {
  const ajv = new Ajv2020.default({
    code: { source: true, esm: true, optimize: 2 },
    // A contract has keywords of its own, and in JSON Schema 2020-12 a format only describes.
    strict: false,
    validateFormats: false,
  });
  const root = withoutWriteOnly(document) as object;
  const ids: Record<string, string> = {};
  for (const [name, schema] of Object.entries(schemas)) {
    ids[name] = `contract:${name}`;
    ajv.addSchema({ ...root, ...(withoutWriteOnly(schema) as object), $id: ids[name] });
  }
  const { outputFiles } = await build({
    stdin: {
      contents: standaloneCode.default(ajv, ids),
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    charset: 'utf8',
    write: false,
    // What is left of a schema in the code is what a check reads.
    treeShaking: true,
    legalComments: 'none',
  });
  return `${header}// @ts-nocheck: compiled from JSON Schema\n${outputFiles[0]?.text ?? ''}`;
}

/** A response has no property that is only written, even where requests require it. */
function withoutWriteOnly(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutWriteOnly);
  if (typeof node !== 'object' || node === null) return node;
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(node)) copy[name] = withoutWriteOnly(value);
  const { required, properties } = copy;
  if (Array.isArray(required) && typeof properties === 'object') {
    copy['required'] = required.filter((name) => Object(Object(properties)[name]).writeOnly !== true);
  }
  return copy;
}

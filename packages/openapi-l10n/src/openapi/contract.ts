import { rootObject, type SourceFile } from '../document/source-file.ts';
import { InputError } from '../errors.ts';
import { isObject, type Json, type JsonObject, type Path } from '../json.ts';
import { assertOpenApi } from './texts.ts';

/**
 * The contract in a file.
 *
 * @throws {InputError} when it is not an OpenAPI document, or part of it is in another file.
 */
export function contractOf(source: SourceFile): JsonObject {
  const root = rootObject(source, 'The contract');
  assertOpenApi(root, () => source.locate(['openapi']));
  const path = partElsewhere(root);
  if (path) {
    const reference = path.reference;
    throw new InputError(`Part of the contract is in another file: "$ref": ${JSON.stringify(reference)}`, {
      place: source.locate(path.at),
      expected: 'a contract in one file, so that no text is missed',
      help: `Bundle it first: npx @redocly/cli bundle ${source.file} --output openapi.bundled.yaml`,
    });
  }
  return root;
}

/** Values that only look like references: samples and values they are compared with. */
const VALUES = new Set(['example', 'examples', 'value', 'default', 'const', 'enum']);

/** The first reference to another file, except URLs, whose content is not translated. */
function partElsewhere(root: JsonObject): { at: Path; reference: string } | undefined {
  // The path is put together on the way back, since a large contract has a million values.
  const walk = (value: Json, parent: string): { at: Path; reference: string } | undefined => {
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        const item = value[index];
        const found = isNested(item) ? walk(item, '') : undefined;
        if (found) return { ...found, at: [index, ...found.at] };
      }
      return undefined;
    }
    if (!isObject(value)) return undefined;
    const reference = value['$ref'];
    if (typeof reference === 'string' && isFile(reference)) return { at: ['$ref'], reference };
    for (const key of Object.keys(value)) {
      const child = value[key];
      if (!isNested(child) || (VALUES.has(key) && parent !== 'properties')) continue;
      const found = walk(child, key);
      if (found) return { ...found, at: [key, ...found.at] };
    }
    return undefined;
  };
  return walk(root, '');
}

const isNested = (value: Json | undefined): value is Json[] | JsonObject =>
  typeof value === 'object' && value !== null;

const isFile = (reference: string) =>
  !reference.startsWith('#') &&
  !/^[a-z][a-z\d+.-]*:/i.test(reference) &&
  /\.(?:ya?ml|json)(?:#|$)|^\.{0,2}\//i.test(reference);

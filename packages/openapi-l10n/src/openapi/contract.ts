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
  assertOpenApi(root, source.locate(['openapi']));
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
  const walk = (value: Json, path: (string | number)[]): { at: Path; reference: string } | undefined => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        const found = walk(item, [...path, index]);
        if (found) return found;
      }
      return undefined;
    }
    if (!isObject(value)) return undefined;
    const reference = value['$ref'];
    if (typeof reference === 'string' && isFile(reference)) return { at: [...path, '$ref'], reference };
    for (const [key, child] of Object.entries(value)) {
      if (typeof child !== 'object' || child === null) continue;
      if (VALUES.has(key) && path.at(-1) !== 'properties') continue;
      const found = walk(child, [...path, key]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(root, []);
}

const isFile = (reference: string) =>
  !reference.startsWith('#') &&
  !/^[a-z][a-z\d+.-]*:/i.test(reference) &&
  /\.(?:ya?ml|json)(?:#|$)|^\.{0,2}\//i.test(reference);

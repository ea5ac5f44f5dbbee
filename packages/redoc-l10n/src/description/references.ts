import type { Json } from 'openapi-l10n';
import { isObject } from '../json.ts';

/** A reference to another file, and the path of the object that contains it. */
export interface ExternalReference {
  target: string;
  path: readonly (string | number)[];
}

/** Members whose keys are names, so that `value` or `x-rate-limit` is not mistaken for a field of OpenAPI there. */
const named = new Set([
  ...['paths', 'webhooks', 'callbacks', 'responses', 'content', 'encoding', 'headers', 'links', 'variables'],
  ...['schemas', 'parameters', 'requestBodies', 'securitySchemes', 'pathItems', 'mediaTypes', 'examples'],
  ...['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions'],
]);

/** Members that contain data, in which `$ref` is a key like any other. */
const data = new Set(['example', 'value', 'dataValue', 'default', 'const', 'enum']);

/** Extensions that are shown. The content of others has no meaning here. */
const shown = new Set(['x-codeSamples', 'x-code-samples', 'x-tagGroups', 'x-enumDescriptions']);

/** The first reference to another file in an OpenAPI document, outside data and unknown extensions. */
export const findExternalReference = (document: Json): ExternalReference | undefined => find(document, true);

function find(node: Json, hasFields: boolean): ExternalReference | undefined {
  if (Array.isArray(node)) return findIn(node.entries(), () => true);
  if (!isObject(node)) return undefined;
  const { $ref } = node;
  if (hasFields && typeof $ref === 'string' && !$ref.startsWith('#')) return { target: $ref, path: [] };
  const members = Object.entries(node);
  return hasFields
    ? findIn(
        members.filter(([key, item]) => !isOpaque(key, item)),
        (key) => !named.has(key),
      )
    : findIn(members, () => true);
}

function findIn<Key extends string | number>(
  members: Iterable<[Key, Json]>,
  hasFields: (key: Key) => boolean,
): ExternalReference | undefined {
  for (const [key, item] of members) {
    const found = find(item, hasFields(key));
    if (found) return { ...found, path: [key, ...found.path] };
  }
  return undefined;
}

/** The examples of a schema are a list of data, those of a media type are named objects. */
const isOpaque = (key: string, item: Json): boolean =>
  data.has(key) || (key === 'examples' && Array.isArray(item)) || (key.startsWith('x-') && !shown.has(key));

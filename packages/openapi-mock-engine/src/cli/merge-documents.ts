import { isObject, type JsonObject, textAt } from '../model/json.ts';
import { FileError } from './served.ts';

/**
 * Merges several contracts: all paths, with components renamed so that they stay apart.
 * @throws FileError if two of them answer the same path
 */
export function mergeDocuments(documents: readonly JsonObject[]): JsonObject {
  const [first] = documents;
  if (first === undefined || documents.length === 1) return first ?? {};
  const versions = new Set(documents.map((document) => textAt(document, 'openapi')?.slice(0, 3)));
  if (versions.size > 1) {
    throw new FileError(
      `The contracts use several versions of OpenAPI: ${[...versions].join(', ')}. Expected one for all.`,
    );
  }
  const paths: { [path: string]: unknown } = {};
  const components: { [kind: string]: { [name: string]: unknown } } = {};
  for (const [index, document] of documents.entries()) {
    const renamed = rename(document, `d${index + 1}_`);
    for (const [path, item] of Object.entries(isObject(renamed.paths) ? renamed.paths : {})) {
      if (Object.hasOwn(paths, path))
        throw new FileError(`${path}: two of the contracts have this path. Expected each path once.`);
      paths[path] = withDefaults(item, renamed);
    }
    for (const [kind, members] of Object.entries(isObject(renamed.components) ? renamed.components : {})) {
      if (isObject(members)) components[kind] = { ...components[kind], ...members };
    }
  }
  const titles = documents.map(
    ({ info }) => (isObject(info) ? textAt(info, 'title') : undefined) ?? 'Untitled',
  );
  return {
    openapi: textAt(first, 'openapi') ?? '3.1.0',
    info: { title: titles.join(', '), version: '0.0.0' },
    paths,
    components,
  };
}

/** Copies the security and servers of the document to each operation without its own. */
function withDefaults(item: unknown, { security, servers }: JsonObject): unknown {
  if (!isObject(item)) return item;
  const entries = Object.entries(item).map(([key, value]) => {
    if (!isObject(value) || !('responses' in value)) return [key, value] as const;
    return [key, { ...(security === undefined ? {} : { security }), ...value }] as const;
  });
  return { ...(servers === undefined ? {} : { servers }), ...Object.fromEntries(entries) };
}

/** Adds a prefix to the names of components, and to all references to them. */
function rename(document: JsonObject, prefix: string): JsonObject {
  const visit = (value: unknown, key: string): unknown => {
    if (Array.isArray(value))
      return key === 'security'
        ? value.map((requirement) => prefixKeys(requirement, prefix))
        : value.map((item) => visit(item, ''));
    if (typeof value === 'string') {
      return key === '$ref' ? value.replace(/^#\/components\/([^/]+)\//, `#/components/$1/${prefix}`) : value;
    }
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        name === 'mapping' && isObject(inner) ? visitMapping(inner, prefix) : visit(inner, name),
      ]),
    );
  };
  const visited = visit(document, '');
  if (!isObject(visited)) return {};
  const components = isObject(visited.components) ? visited.components : {};
  return {
    ...visited,
    components: Object.fromEntries(
      Object.entries(components).map(([kind, members]) => [kind, prefixKeys(members, prefix)]),
    ),
  };
}

function visitMapping(mapping: JsonObject, prefix: string): JsonObject {
  return Object.fromEntries(
    Object.entries(mapping).map(([name, target]) => [
      name,
      typeof target !== 'string'
        ? target
        : target.startsWith('#/components/schemas/')
          ? target.replace('#/components/schemas/', `#/components/schemas/${prefix}`)
          : `${prefix}${target}`,
    ]),
  );
}

function prefixKeys(value: unknown, prefix: string): unknown {
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [`${prefix}${name}`, inner]))
    : value;
}

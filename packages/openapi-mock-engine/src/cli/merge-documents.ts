import { isObject, type JsonObject, textAt } from '../model/json.ts';
import { FileError } from './served.ts';

/**
 * Merges several contracts: all paths, with components renamed so that they stay apart.
 * @throws FileError if two of them have the same operation
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
  const paths: { [path: string]: JsonObject } = {};
  const components: { [kind: string]: { [name: string]: unknown } } = {};
  for (const [index, document] of documents.entries()) {
    const renamed = rename(document, `d${index + 1}_`);
    for (const [path, item] of Object.entries(isObject(renamed.paths) ? renamed.paths : {})) {
      paths[path] = together(path, paths[path] ?? {}, withDefaults(item, renamed));
    }
    for (const [kind, members] of Object.entries(isObject(renamed.components) ? renamed.components : {})) {
      if (isObject(members)) components[kind] = { ...components[kind], ...members };
    }
  }
  const titles = documents.map(
    ({ info }) => (isObject(info) ? textAt(info, 'title') : undefined) ?? 'Untitled',
  );
  const title =
    titles.length > 5 ? `${titles[0]} and ${titles.length - 1} other contracts` : titles.join(', ');
  return {
    openapi: textAt(first, 'openapi') ?? '3.1.0',
    info: { title, version: '0.0.0' },
    paths,
    components,
  };
}

/** One path with the operations of two contracts. @throws FileError if both have the same one */
function together(path: string, one: JsonObject, other: JsonObject): JsonObject {
  const twice = Object.keys(other).find(
    (key) => Object.hasOwn(one, key) && (isObject(other[key]) || key === '$ref'),
  );
  if (twice === undefined) return { ...one, ...other };
  const name = twice === '$ref' ? path : `${twice.toUpperCase()} ${path}`;
  throw new FileError(`${name}: two of the contracts have it. Expected each operation once.`);
}

/** Copies what operations inherit from their path and document to each operation. */
function withDefaults(item: unknown, { security, servers: usual }: JsonObject): JsonObject {
  if (!isObject(item)) return {};
  const { parameters, servers = usual, ...rest } = item;
  const shared = Array.isArray(parameters) ? parameters : [];
  const inherit = (operation: unknown): unknown => {
    if (!isObject(operation)) return operation;
    const own = Array.isArray(operation.parameters) ? operation.parameters : [];
    return {
      ...(security === undefined ? {} : { security }),
      ...(servers === undefined ? {} : { servers }),
      ...operation,
      // Of two parameters with the same name, the last one counts.
      parameters: [...shared, ...own],
    };
  };
  const each = (operations: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(operations).map(([key, value]) => [key, inherit(value)]));
  const { additionalOperations: more } = rest;
  return { ...each(rest), ...(isObject(more) ? { additionalOperations: each(more) } : {}) };
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

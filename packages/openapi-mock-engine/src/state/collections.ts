import type { Contract, Operation, Schema } from '../model/index.ts';

/** A collection of resources: its path, and the path of one resource. */
export interface Collection {
  path: string;
  itemPath: string;
  /** The last parameter of the path of one resource. */
  parameter: string;
  /** The schema of a resource in answers. */
  schema: Schema;
}

/** The collections of a contract, by their paths and by the paths of their resources. */
export function findCollections(contract: Contract): Map<string, Collection> {
  const collections = new Map<string, Collection>();
  const paths = new Set(contract.operations.map(({ path }) => path));
  for (const itemPath of paths) {
    const [, path, parameter] = /^(\/.*[^/])\/\{([^{}]+)\}$/.exec(itemPath) ?? [];
    if (path === undefined || parameter === undefined || !paths.has(path)) continue;
    const read = contract.operations.find(
      (operation) => operation.path === itemPath && operation.method === 'GET',
    );
    const collection = { path, itemPath, parameter, schema: read === undefined ? true : schemaOf(read) };
    collections.set(path, collection);
    collections.set(itemPath, collection);
  }
  return collections;
}

/** The schema of the answer to a successful request. */
export function schemaOf({ responses }: Operation): Schema {
  return (
    responses.find(({ status, content }) => status.startsWith('2') && content.length > 0)?.content[0]
      ?.schema ?? true
  );
}

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

type Tree = Record<string, unknown>;

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const entries = (node: unknown): [string, Tree][] => Object.entries((node ?? {}) as Record<string, Tree>);

/**
 * A description with a given number of operations: those of a file, repeated under other paths, twenty to a
 * tag.
 */
export function grown(file: string, size: number): Tree {
  const document: Tree = parse(readFileSync(file, 'utf8'), { maxAliasCount: -1 });
  const operations = entries(document['paths']).flatMap(([path, item]) =>
    entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => ({ path, method, operation, shared: item['parameters'] })),
  );
  const paths: Record<string, Tree> = {};
  const tags: Tree[] = [];
  for (let i = 0; i < size; i++) {
    const { path, method, operation, shared } = operations[i % operations.length] ?? raise(file);
    const tag = `Tag ${Math.floor(i / 20) + 1}`;
    if (i % 20 === 0) tags.push({ name: tag, description: `Operations from ${i + 1} on.` });
    const copy: Tree = { ...operation, tags: [tag], summary: `${operation['summary'] ?? path} ${i + 1}` };
    if (operation['operationId'] !== undefined) copy['operationId'] = `${operation['operationId']}${i + 1}`;
    paths[`/v${i + 1}${path}`] = { [method]: copy, ...(shared === undefined ? {} : { parameters: shared }) };
  }
  const { webhooks, 'x-tagGroups': groups, ...rest } = document;
  return { ...rest, tags, paths };
}

function raise(file: string): never {
  throw new Error(`${file} has no operations`);
}

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '../..');

interface Contract {
  servers: { url: string }[];
  paths: Record<string, Record<string, { operationId?: string }>>;
  components: { parameters: Record<string, unknown> };
}

/** The contract of the repository. */
export const readContract = (): Contract => parse(readFileSync(join(root, 'openapi/openapi.yaml'), 'utf8'));

/** The names of its operations. */
export const operationsOf = ({ paths }: Contract): string[] =>
  Object.values(paths).flatMap((item) => Object.values(item).flatMap(({ operationId }) => operationId ?? []));

/** Names that only this contract has: operations, paths, hosts, and names of parameters that are not plain English words. */
export function namesOfContract(): string[] {
  const contract = readContract();
  const operations = operationsOf(contract);
  const hosts = contract.servers.map(({ url }) => new URL(url).hostname.split('.').slice(-2).join('.'));
  const parameters = Object.keys(contract.components.parameters).filter((name) => name.includes('_'));
  return [...new Set<string>([...operations, ...Object.keys(contract.paths), ...hosts, ...parameters])];
}

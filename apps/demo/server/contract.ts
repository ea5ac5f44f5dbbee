import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Contract, readContract as readModel } from 'openapi-mock-engine/model';

/** Reads the published bundle. @throws ContractError naming the place that cannot be read */
export async function readContract(): Promise<Contract> {
  const file = fileURLToPath(import.meta.resolve('@session-series/contract/openapi.en.json'));
  return readModel(JSON.parse(await readFile(file, 'utf8')));
}

/** The servers of a contract that have a name. */
export function instancesOf({ document }: Contract): { name: string; url: string }[] {
  const { servers } = document.root;
  if (!Array.isArray(servers)) return [];
  return servers.flatMap((server: unknown) => {
    if (typeof server !== 'object' || server === null) return [];
    const { 'x-instance': name, url } = { 'x-instance': undefined, url: undefined, ...server };
    return typeof name === 'string' && typeof url === 'string' ? [{ name, url }] : [];
  });
}

import type { Contract, PlacedOperation } from '../content/contract.ts';

/** How many operations a page of Redoc shows at once here: more of them take memory, fewer take time. */
const TOGETHER = 8;

/** The items in groups that one page of Redoc can show. */
export function* inGroups<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += TOGETHER) yield items.slice(start, start + TOGETHER);
}

/**
 * The contract with these operations alone, and with no more components than they use: a page costs as much as it shows,
 * however large the contract is. The description of the whole is left out.
 */
export function contractPart(contract: Contract, operations: readonly PlacedOperation[]): Contract {
  const paths: Contract['paths'] = {};
  for (const { path, method, operation } of operations) paths[path] = { ...paths[path], [method]: operation };
  const { securitySchemes, ...others }: Record<string, Record<string, unknown>> = { ...contract.components };
  const used = new Set<string>();
  const follow = (node: unknown) => {
    for (const [, pointer = ''] of JSON.stringify(node).matchAll(/"#\/components\/([^"]+)"/g)) {
      if (used.has(pointer)) continue;
      used.add(pointer);
      const [kind = '', name = ''] = pointer.split('/');
      if (others[kind]?.[name] !== undefined) follow(others[kind][name]);
    }
  };
  follow(paths);
  const kept = Object.entries(others).map(([kind, all]) => [
    kind,
    Object.fromEntries(Object.entries(all).filter(([name]) => used.has(`${kind}/${name}`))),
  ]);
  return {
    ...contract,
    info: { ...contract.info, description: '' },
    paths,
    components: { ...contract.components, ...Object.fromEntries(kept) },
  };
}

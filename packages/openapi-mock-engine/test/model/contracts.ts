import { type Contract, type Operation, readContract } from '../../src/model/index.ts';

/** A contract of one operation, for tests of its parts. */
export function contractOf(
  operation: object,
  {
    openapi = '3.1.0',
    path = '/things',
    components = {},
  }: { openapi?: string; path?: string; components?: object } = {},
): { contract: Contract; operation: Operation } {
  const contract = readContract({
    openapi,
    info: { title: 'Things', version: '1.0.0' },
    paths: { [path]: { post: { responses: { 200: { description: 'OK' } }, ...operation } } },
    components,
  });
  const [first] = contract.operations;
  if (first === undefined) throw new Error('The contract has no operation.');
  return { contract, operation: first };
}

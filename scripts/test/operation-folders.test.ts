/** The layout of tests: what belongs to one operation of the contract is in folders of its name. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { namesOfContract, operationsOf, readContract } from './contract-names.ts';

const root = resolve(import.meta.dirname, '../..');

/** The packages whose tests hold for any contract, but for the folders of its operations. */
const products = globSync(
  ['openapi/package.json', 'openapi/proof/package.json', '{packages,apps}/*/package.json'],
  {
    cwd: root,
  },
)
  .map((path) => ({ folder: dirname(path), ...JSON.parse(readFileSync(join(root, path), 'utf8')).scripts }))
  .filter(({ growth }) => growth !== undefined);

describe.each<{ folder: string; growth: string }>(products)('the tests of $folder', ({ folder, growth }) => {
  const contract = readContract();
  const operations = operationsOf(contract);

  test('tests name what belongs to an operation only in folders of its name', () => {
    const parameters = namesOfContract().filter((name) => name in contract.components.parameters);
    const names = [
      ...operations,
      ...Object.keys(contract.paths),
      ...parameters.flatMap((name) => [
        name,
        name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
        `--${name.replaceAll('_', '-')}`,
      ]),
    ];
    expect(names).toEqual(
      expect.arrayContaining(
        ['sessions/data_series', 'endingAt', '--ending-at'].map((name) => expect.stringContaining(name)),
      ),
    );
    const files = globSync('{test,e2e,browser-test}/**/*.{ts,tsx}', { cwd: join(root, folder) });
    const outside = files.filter((file) => !operations.some((id) => file.split('/').includes(id)));
    expect(outside).not.toEqual([]);
    const found = outside.flatMap((file) => {
      const text = readFileSync(join(root, folder, file), 'utf8');
      return names.filter((name) => text.includes(name)).map((name) => `${file} names ${name}`);
    });
    expect(found).toEqual([]);
  });

  test('all tests run with a grown contract, except those in folders of an operation', () => {
    expect(growth).toBe(`vitest run ${operations.map((id) => `--exclude "test/${id}/**"`).join(' ')}`);
  });
});

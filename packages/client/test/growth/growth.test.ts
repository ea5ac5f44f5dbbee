import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { contract, growthClient } from './growth-client.ts';

const room = fileURLToPath(new URL('../..', import.meta.url));
// Its files are those that use.ts imports.
const { operations } = await growthClient('client');

test('every operation of the contract has a method, even one without an operationId', () => {
  expect(Object.keys(operations).toSorted()).toEqual(
    contract.operations.map(({ id }) => (id === 'get_tides' ? 'getTides' : id)).toSorted(),
  );
});

test('the client of every shape compiles, and rejects unknown names and values', async () => {
  const flags = [
    '--noEmit',
    '--ignoreConfig',
    '--strict',
    '--exactOptionalPropertyTypes',
    '--noUncheckedIndexedAccess',
  ];
  const target = [
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--types',
    'node',
    '--allowImportingTsExtensions',
  ];
  const tsc = `${room}/../../node_modules/typescript/bin/tsc`;
  const compiled = promisify(execFile)(
    process.execPath,
    [tsc, ...flags, ...target, '--skipLibCheck', 'test/growth/use.ts'],
    { cwd: room },
  );
  expect((await compiled.catch((error: { stdout: string }) => error)).stdout).toBe('');
});

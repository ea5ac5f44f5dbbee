import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fromPackageRoot } from '../scripts/package-files.ts';

const built = [
  'openapi.en.json',
  'openapi.en.yaml',
  'openapi.fr.json',
  'openapi.fr.yaml',
  'openapi.d.ts',
  'openapi.d.cts',
  'postman_collection.json',
].map((name) => fromPackageRoot(`dist/${name}`));
const hashes = () => built.map((file) => createHash('sha256').update(readFileSync(file)).digest('hex'));

test('a second build of the contract writes the same bytes', () => {
  const before = hashes();
  for (const script of ['bundle', 'localise', 'collection'])
    execFileSync(process.execPath, [fromPackageRoot(`scripts/${script}.ts`)], { cwd: fromPackageRoot('.') });
  expect(hashes()).toEqual(before);
});

test('built files contain no machine path and no timestamp', () => {
  for (const file of built) {
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain(fromPackageRoot('.'));
    expect(text).not.toContain(new Date().toISOString().slice(0, 10));
  }
});

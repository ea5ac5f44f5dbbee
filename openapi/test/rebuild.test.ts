import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fromPackageRoot } from '../scripts/package-files.ts';

const built = [
  'openapi.en.json',
  'openapi.en.yaml',
  'openapi.fr.json',
  'openapi.fr.yaml',
  'openapi.d.ts',
  'openapi.d.cts',
  'postman_collection.json',
];
const read = (folder: string) => built.map((name) => readFileSync(join(folder, 'dist', name), 'utf8'));

test('a build of the contract in another folder writes the same bytes', () => {
  const root = mkdtempSync(join(tmpdir(), 'contract-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const folder = join(root, 'openapi');
  const source = fromPackageRoot('.');
  const made = new Set(['dist', 'node_modules', 'reports', '.turbo']);
  cpSync(source, folder, { recursive: true, filter: (path) => path === source || !made.has(basename(path)) });
  cpSync(fromPackageRoot('../redocly.yaml'), join(root, 'redocly.yaml'));
  symlinkSync(fromPackageRoot('node_modules'), join(folder, 'node_modules'), 'junction');
  for (const script of ['bundle', 'localise', 'collection'])
    execFileSync(process.execPath, [join(folder, `scripts/${script}.ts`)], { cwd: folder });
  expect(read(folder)).toEqual(read(source));
});

test('built files contain no machine path and no timestamp', () => {
  for (const text of read(fromPackageRoot('.'))) {
    expect(text).not.toContain(fromPackageRoot('.'));
    expect(text).not.toContain(new Date().toISOString().slice(0, 10));
  }
});

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, good, refused, run } from './run.ts';

const check = ['check', 'openapi.yaml', 'fr.yaml'];

test.each([
  [['check', 'nowhere.yaml', 'fr.yaml'], 'Cannot read nowhere.yaml: no such file or folder'],
  [['status', 'openapi.yaml', 'nowhere.yaml'], 'Cannot read nowhere.yaml'],
  [['check', '.', 'fr.yaml'], 'Cannot read .: it is a folder'],
  [['check', 'openapi.yaml/x', 'fr.yaml'], 'part of the path is not a folder'],
  [['check-markdown', 'a.md', 'b.md', '-l', 'fr'], 'Cannot read a.md: no such file or folder'],
  [[...check, '--glossary', 'nowhere.yaml'], 'Cannot read nowhere.yaml'],
  [
    ['apply', 'openapi.yaml', 'fr.yaml', '-o', 'no/such/folder.json'],
    'Cannot write no/such/folder.json: no such',
  ],
  [['apply', 'openapi.yaml', 'fr.yaml', '-o', 'folder'], 'Cannot write folder: it is a folder'],
  [['extract', 'openapi.yaml', '--overlay', 'no/such.fr.yaml', '-l', 'fr'], 'Cannot write no/such.fr.yaml'],
])('a file that cannot be read or written is named: %j', async (args, what) => {
  expect(await refused({ 'folder/kept': 'x' }, args)).toContain(what);
});

test('a failed write leaves other files unchanged, and no temporary file', async () => {
  using folder = folderWith({ ...good, 'out/openapi.fr.json': 'old' });
  // A name at the limit of its length: the temporary file, whose name is longer, cannot be created.
  const long = `${'n'.repeat(250)}.json`;
  const { code, err } = await run(['apply', 'openapi.yaml', 'fr.yaml', '-o', join('out', long)], folder.path);
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('the file name is too long') });
  expect(readdirSync(join(folder.path, 'out'))).toEqual(['openapi.fr.json']);
});

test('a pipe is written to, not replaced by a file', () => {
  using folder = folderWith(good);
  const program = join(import.meta.dirname, '../bin/openapi-l10n.js');
  const script =
    'mkfifo pipe; cat pipe > copy & "$0" "$1" apply openapi.yaml fr.yaml -o pipe; wait; test -p pipe';
  const options = { cwd: folder.path, timeout: 30_000 };
  expect(spawnSync('sh', ['-c', script, process.execPath, program], options).status).toBe(0);
  expect(readFileSync(join(folder.path, 'copy'), 'utf8')).toContain('title: Animaux');
});

test('the name - is standard input and standard output, which is read once', () => {
  using folder = folderWith(good);
  const program = join(import.meta.dirname, '../bin/openapi-l10n.js');
  const cli = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: folder.path,
      encoding: 'utf8',
      input: good['openapi.yaml'],
    });
    return { code: status, out: stdout, err: stderr };
  };
  expect(cli('apply', '-', 'fr.yaml', '-o', '-').out).toContain('title: Animaux');
  expect(cli('extract', '-', '--overlay', '-', '-l', 'fr').out).toContain('x-l10n-language: fr');
  expect(cli('check', '-', '-')).toMatchObject({
    code: 2,
    err: expect.stringContaining('Standard input was already read'),
  });
  expect(readdirSync(folder.path).toSorted()).toEqual(Object.keys(good).toSorted());
});

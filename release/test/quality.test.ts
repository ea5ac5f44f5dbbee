import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData, type Problem } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, describe, expect, test } from 'vitest';
import { publicPackages, root } from '../src/workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'packed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * The packages are ES modules, for module resolution that supports `exports`: these two kinds are excluded.
 */
const OUT_OF_PROFILE = new Set(['node10', 'node16-cjs']);

/** Expected reports: excluded kinds, YAML (which is read, not imported), and JSON's default export. */
function isExpected(problem: Problem): boolean {
  if ('resolutionKind' in problem && OUT_OF_PROFILE.has(problem.resolutionKind)) return true;
  if (problem.kind === 'NoResolution') return problem.entrypoint.endsWith('.yaml');
  // An imported JSON file only has a default export in Node.js; the tool treats it as CommonJS.
  return problem.kind === 'FalseExportDefault' && problem.implementationFileName.endsWith('.json');
}

describe.each(publicPackages())('$name as it is packed', (item) => {
  const tarball = join(folder, `${item.name.replace('/', '-')}.tgz`);
  execFileSync('pnpm', ['pack', '--out', tarball], { cwd: join(root, item.folder), stdio: 'pipe' });
  const bytes = readFileSync(tarball);
  const packed = createPackageFromTarballData(new Uint8Array(bytes));
  const files = packed.listFiles().map((path) => path.replace(`/node_modules/${item.name}/`, ''));

  test('a packed package ships README and LICENSE, and no tests', () => {
    expect(files).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'package.json']));
    expect(files.filter((path) => /(^|\/)(test|bench)\//.test(path))).toEqual([]);
  });

  test('a packed package.json contains no workspace protocol', () => {
    expect(packed.readFile(`/node_modules/${item.name}/package.json`)).not.toMatch(/"(workspace|catalog):/);
  });

  test('a packed package links to its README, its source and its issues', () => {
    const { homepage, bugs, repository } = JSON.parse(
      packed.readFile(`/node_modules/${item.name}/package.json`),
    );
    const home = repository.url.replace(/^git\+|\.git$/g, '');
    expect(repository.directory).toBe(item.folder);
    expect(homepage).toBe(`${home}/tree/main/${item.folder}#readme`);
    expect(bugs).toBe(`${home}/issues`);
  });

  test('a packed package satisfies publint', async () => {
    const { messages, pkg } = await publint({
      pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) },
      strict: true,
    });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test('a packed package has correct types', async () => {
    const result = await checkPackage(packed);
    const problems = result.types === false ? [] : result.problems;
    expect(problems.filter((problem) => !isExpected(problem))).toEqual([]);
  });

  test('the source maps of a packed package point to existing sources', () => {
    const lost = files
      .filter((path) => path.endsWith('.js.map'))
      .filter((path) => {
        const map: { sources: string[]; sourcesContent?: unknown[] } = JSON.parse(
          packed.readFile(`/node_modules/${item.name}/${path}`),
        );
        return map.sourcesContent?.length !== map.sources.length;
      });
    expect(lost).toEqual([]);
  });
});

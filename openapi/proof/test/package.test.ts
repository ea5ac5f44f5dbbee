import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData, type Problem } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from './run.ts';

// The package as users get it: packed, unpacked into an empty project, nothing else installed.
const project = mkdtempSync(join(tmpdir(), 'contract-package-'));
const installed = join(project, 'node_modules/@session-series/contract');
let tarball = '';
beforeAll(async () => {
  mkdirSync(installed, { recursive: true });
  const packed = await run('pnpm', ['pack', '--pack-destination', project]);
  expect(packed.status, packed.stderr + packed.stdout).toBe(0);
  tarball = join(project, readdirSync(project).find((name) => name.endsWith('.tgz')) ?? '');
  const unpacked = await run('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
  expect(unpacked.status, unpacked.stderr).toBe(0);
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

const runCode = async (file: string, code: string) => {
  writeFileSync(join(project, file), code);
  return run(process.execPath, [join(project, file)], {}, project);
};

/** False positives, each with its reason. */
function isExpected(problem: Problem): boolean {
  // The check does not know that a JSON module only has a default export; see the import test below.
  if (problem.kind === 'FalseExportDefault') return problem.implementationFileName.endsWith('.json');
  if (!('resolutionKind' in problem)) return false;
  // Resolution of Node.js 10 ignores `exports`, and YAML has no types.
  return problem.resolutionKind === 'node10' || problem.entrypoint.endsWith('.yaml');
}

describe('the published package', () => {
  test('the contract package satisfies publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: installed, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test('the contract package satisfies arethetypeswrong', async () => {
    const checked = await checkPackage(createPackageFromTarballData(readFileSync(tarball)));
    expect(checked.types).not.toBe(false);
    const problems = checked.types === false ? [] : checked.problems;
    expect(problems.filter((problem) => !isExpected(problem))).toEqual([]);
  });

  test('the contract package contains every file that it exports', async () => {
    const { exports }: { exports: Record<string, unknown> } = JSON.parse(
      readFileSync(join(installed, 'package.json'), 'utf8'),
    );
    const files = JSON.stringify(exports).match(/(?<=:")\.\/[^"]+/g) ?? [];
    expect(files.length).toBeGreaterThan(Object.keys(exports).length);
    expect(files.filter((file) => !existsSync(join(installed, file)))).toEqual([]);
  });

  test('the contract package can be imported as an ES module', async () => {
    const { stdout, stderr } = await runCode(
      'esm.mjs',
      `import en from '@session-series/contract/openapi.en.json' with { type: 'json' };
       import fr from '@session-series/contract/openapi.fr.json' with { type: 'json' };
       console.log(en.info.title, '|', fr.info.title);`,
    );
    expect(stdout, stderr).toBe('Session analytics | Analyse des sessions\n');
  });

  test('the contract package can be required from CommonJS', async () => {
    const { stdout, stderr } = await runCode(
      'cjs.cjs',
      `const en = require('@session-series/contract/openapi.en.json');
       const collection = require('@session-series/contract/postman_collection.json');
       console.log(en.components.parameters.length.schema.maximum, collection.info.name);`,
    );
    expect(stdout, stderr).toBe('100 Session analytics\n');
  });

  test.each(['nodenext', 'bundler'])(
    'the contract package has exact types under module resolution %s',
    async (moduleResolution) => {
      writeFileSync(
        join(project, 'types.mts'),
        `import en from '@session-series/contract/openapi.en.json' with { type: 'json' };
       import fr from '@session-series/contract/openapi.fr.json' with { type: 'json' };
       import collection from '@session-series/contract/postman_collection.json' with { type: 'json' };
       export const most: 100 = en.components.parameters.length.schema.maximum;
       export const units: ['day', 'hour'] = fr.components.parameters.unit.schema.enum;
       export const same: typeof en = fr;
       export const names: string[] = collection.variable.map(({ key }) => key);
       // @ts-expect-error the translated name is not a wire name
       export const wrong = fr.components.parameters.Longueur;`,
      );
      const module = moduleResolution === 'bundler' ? 'preserve' : 'nodenext';
      const { status, stdout } = await run(
        'tsc',
        [
          '--noEmit',
          '--strict',
          '--target',
          'es2023',
          '--module',
          module,
          '--moduleResolution',
          moduleResolution,
          'types.mts',
        ],
        {},
        project,
      );
      expect(status, stdout).toBe(0);
    },
  );
});

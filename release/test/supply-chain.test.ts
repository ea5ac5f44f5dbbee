import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { publicPackages, root } from '../src/workspace.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const workspace: {
  packages: string[];
  catalog: Record<string, string>;
  allowBuilds: Record<string, boolean>;
  minimumReleaseAge: number;
  minimumReleaseAgeExclude?: string[];
} = parse(read('pnpm-workspace.yaml'));

/** Licences that permit redistribution with a published package. */
const LICENCES = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'Python-2.0',
  'Unlicense',
];
/** Two alternatives, and one that is more permissive than all above. */
const CHOICES = [
  '(AFL-2.1 OR BSD-3-Clause)',
  '(MIT OR Apache-2.0)',
  '(MIT OR CC0-1.0)',
  '(WTFPL OR MIT)',
  'WTFPL OR ISC',
  'WTFPL',
];

test('every version of a dependency is exact', () => {
  const exact = /^(\d+\.\d+\.\d+(-[\w.]+)?|catalog:|workspace:[*^~]|npm:(@[\w-]+\/)?[\w.-]+@\d+\.\d+\.\d+)$/;
  for (const version of Object.values(workspace.catalog))
    expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  for (const file of globSync(
    ['package.json', ...workspace.packages.map((folder) => `${folder}/package.json`)],
    { cwd: root },
  )) {
    const {
      private: isPrivate,
      dependencies,
      devDependencies,
      optionalDependencies,
    } = JSON.parse(read(file));
    for (const [name, version] of Object.entries({ ...devDependencies, ...optionalDependencies })) {
      expect(version, `${name} in ${file}`).toMatch(exact);
    }
    for (const [name, version] of Object.entries<string>(dependencies ?? {})) {
      // A published package may name a range, so that its users get one copy, and patches. The lockfile pins what is tested.
      const pinned = isPrivate ? version : version.replace(/^\^/, '');
      expect(pinned, `${name} in ${file}`).toMatch(exact);
    }
  }
});

test('a new version of a dependency is adopted after three days at the earliest, also for the whole lockfile of a pull request', () => {
  expect(workspace.minimumReleaseAge).toBeGreaterThanOrEqual(3 * 24 * 60);
  expect(workspace.minimumReleaseAgeExclude).toBeUndefined();
  expect(read('.github/workflows/pull-request.yml')).toMatch(/pnpm@\S+ install .*--no-trust-lockfile/);
});

test('no dependency runs an install script', () => {
  expect(Object.values(workspace.allowBuilds).filter(Boolean)).toEqual([]);
});

test('every package of the lockfile comes from the registry and has a checksum', () => {
  const { packages }: { packages: Record<string, { resolution: Record<string, string> }> } = parse(
    read('pnpm-lock.yaml'),
  );
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  for (const [name, { resolution }] of Object.entries(packages)) {
    expect(Object.keys(resolution), name).toEqual(['integrity']);
    expect(resolution['integrity'], name).toMatch(/^sha512-/);
  }
});

test('the licences of all dependencies of published packages permit redistribution', () => {
  const filters = publicPackages().flatMap(({ name }) => ['--filter', name]);
  const listed = execFileSync('pnpm', [...filters, 'licenses', 'list', '--prod', '--json'], {
    cwd: root,
    encoding: 'utf8',
  });
  const byLicence: Record<string, { name: string }[]> = JSON.parse(listed);
  expect(byLicence['MIT']?.length).toBeGreaterThan(10);
  const others = Object.entries(byLicence).filter(
    ([licence]) => ![...LICENCES, ...CHOICES].includes(licence),
  );
  expect(others.map(([licence, packages]) => `${licence}: ${packages.map(({ name }) => name)}`)).toEqual([]);
});

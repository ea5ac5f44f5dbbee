/** Checks the map of CONTRIBUTING.md: its folders, imports and paths. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

/** The rows of the table of folders: a folder, and what it may import. */
const rows = [...guide.matchAll(/^\| `([\w/-]+\/)` +\|[^|]+\| ([^|]+?) +\|$/gm)].map(
  ([, folder = '', imports = '']) => ({ folder, imports }),
);

/** The name of a package without its scope: `client` of `@session-series/client`. */
const shortName = (name: string) => name.replace(/^@[^/]+\//, '');

describe('the map of CONTRIBUTING.md', () => {
  test('CONTRIBUTING.md has a row for each folder with a package, and no other', () => {
    const folders = globSync('{openapi,openapi/*,packages/*,apps/*,release,scripts}/package.json', {
      cwd: root,
    }).map((file) => file.replace('package.json', ''));
    expect(folders.length).toBeGreaterThan(10);
    expect(rows.map(({ folder }) => folder).toSorted()).toEqual(folders.toSorted());
  });

  test.each(rows)(
    'CONTRIBUTING.md names every workspace package that $folder needs when it is installed',
    (row) => {
      const manifest = readFileSync(join(root, row.folder, 'package.json'), 'utf8');
      const { dependencies = {} }: { dependencies?: Record<string, string> } = JSON.parse(manifest);
      const workspace = Object.entries(dependencies)
        .filter(([, version]) => version.startsWith('workspace:'))
        .map(([name]) => shortName(name));
      const [atRunTime = ''] = row.imports.split('at build time');
      expect(workspace.filter((name) => !atRunTime.includes(name) && row.imports !== 'everything')).toEqual(
        [],
      );
    },
  );

  test('CONTRIBUTING.md only names paths that exist', () => {
    const paths = [...guide.matchAll(/`((?:openapi|packages|apps|release|scripts)\/[^`\s]*)`/g)].map(
      ([, path = '']) => path.replace(/<[^>]+>/g, '*'),
    );
    expect(paths.length).toBeGreaterThan(40);
    expect(paths.filter((path) => globSync(path, { cwd: root }).length === 0)).toEqual([]);
  });

  test('CONTRIBUTING.md follows a request through files that exist', () => {
    const walk = guide.slice(guide.indexOf('### One request'), guide.indexOf('### What an edit'));
    const files = [...walk.matchAll(/`((?:[\w-]+\/)?[\w-]+\.ts)`/g)].map(([, file = '']) => file);
    const homes = ['packages/client/src', 'packages/openapi-mock-engine/src', '.'];
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => !homes.some((home) => existsSync(join(root, home, file))))).toEqual([]);
  });
});

/**
 * The layout of the repository: engines work with any contract, products with this one, and imports follow
 * the table in CONTRIBUTING.md.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { namesOfContract } from './contract-names.ts';

const root = resolve(import.meta.dirname, '../..');

/** Each engine, with the workspace packages that it may use. */
const engines: Record<string, string[]> = {
  'openapi-l10n': [],
  'openapi-mock-engine': [],
  'openapi-gate': [],
  'redoc-l10n': ['openapi-l10n', 'openapi-mock-engine'],
};

interface Package {
  name: string;
  folder: string;
  /** Workspace packages that it needs when it is installed. */
  dependencies: string[];
  /** Paths of its source files, relative to the root. */
  sources: string[];
}

const manifests = globSync(['openapi/package.json', '{packages,apps}/*/package.json'], { cwd: root });
const packages: Package[] = manifests.map((path) => {
  const { name, dependencies = {} } = JSON.parse(readFileSync(join(root, path), 'utf8'));
  const folder = dirname(path);
  const workspace = Object.entries(dependencies).filter(([, version]) =>
    String(version).startsWith('workspace:'),
  );
  const sources = globSync('src/**/*.{ts,tsx,js}', { cwd: join(root, folder) }).map((file) =>
    join(folder, file),
  );
  return {
    name,
    folder,
    dependencies: workspace.map(([dependency]) => dependency),
    sources: sources.filter((file) => !file.includes('/generated/')),
  };
});
const apps = packages.filter(({ folder }) => folder.startsWith('apps/')).map(({ name }) => name);
const present = packages.filter(({ name }) => name in engines);

const parsed = new Map<string, ReturnType<typeof parseSync>>();
function parseSource(file: string) {
  const known = parsed.get(file) ?? parseSync(file, readFileSync(join(root, file), 'utf8'));
  parsed.set(file, known);
  return known;
}

/** What a file imports, re-exports or loads with `import()`, as it is written there. */
function importsOf(file: string): string[] {
  const { module } = parseSource(file);
  const text = readFileSync(join(root, file), 'utf8');
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) =>
      text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
    ),
  ];
}

/** `@scope/name` or `name` of an import. */
const packageOf = (specifier: string) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;

/** The code of a file, without its comments. */
function codeOf(file: string): string {
  let text = readFileSync(join(root, file), 'utf8');
  for (const { start, end } of parseSource(file).comments.toReversed())
    text = text.slice(0, start) + text.slice(end);
  return text;
}

/** The string literals in the code of a file. */
function stringsOf(file: string): string[] {
  const found: string[] = [];
  new Visitor({
    Literal: ({ value }) => {
      if (typeof value === 'string') found.push(value);
    },
  }).visit(parseSource(file).program);
  return found;
}

test('the packages of the repository are found', () => {
  expect(packages.flatMap(({ sources }) => sources).length).toBeGreaterThan(100);
  expect(present.map(({ name }) => name)).toContain('openapi-l10n');
});

describe.each(present)('the engine $name', ({ name, dependencies, sources }) => {
  test('an engine only depends on the workspace packages that it is built on', () => {
    expect(dependencies.filter((dependency) => !engines[name]?.includes(dependency))).toEqual([]);
  });

  test('an engine only imports the workspace packages that it is built on', () => {
    const workspace = packages
      .map((each) => each.name)
      .filter((each) => !engines[name]?.includes(each) && each !== name);
    const found = sources.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => workspace.includes(packageOf(specifier)))
        .map((specifier) => `${file} imports ${specifier}`),
    );
    expect(found).toEqual([]);
  });

  test('an engine contains no name of this contract', () => {
    const names = namesOfContract();
    expect(names).toContain('getSessionsDataSeries');
    const found = sources.flatMap((file) => {
      const code = codeOf(file);
      return names.filter((each) => code.includes(each)).map((each) => `${file} contains ${each}`);
    });
    expect(found).toEqual([]);
  });
});

test('knowledge of a language is only in the files of that language', () => {
  const tags = globSync('packages/*-l10n/src/{languages,locales}/*.ts', { cwd: root })
    .map((file) => /([^/]+)\.ts$/.exec(file)?.[1] ?? '')
    .filter((tag) => /^[a-z]{2}(?:-[A-Z]{2})?$/.test(tag) && tag !== 'en'); // English is the default source language
  expect(tags).toContain('fr');
  const found = packages
    .filter(({ name }) => name.endsWith('-l10n'))
    .flatMap(({ sources }) => sources)
    .filter(
      (file) =>
        !/\/(?:languages|locales)\//.test(file) && stringsOf(file).some((text) => tags.includes(text)),
    );
  expect(found).toEqual([]);
});

test('no package depends on an app or imports one', () => {
  const found = packages
    .filter(({ folder }) => !folder.startsWith('apps/'))
    .flatMap(({ name, dependencies, sources }) => [
      ...dependencies
        .filter((dependency) => apps.includes(dependency))
        .map((app) => `${name} depends on ${app}`),
      ...sources.filter((file) => importsOf(file).some((each) => apps.includes(packageOf(each)))),
    ]);
  expect(found).toEqual([]);
});

test('a source file reaches other packages by their names, never by a path', () => {
  const found = packages.flatMap(({ folder, sources }) =>
    sources.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .filter((specifier) => relative(folder, join(dirname(file), specifier)).startsWith('..'))
        .map((specifier) => `${file} imports ${specifier}`),
    ),
  );
  expect(found).toEqual([]);
});

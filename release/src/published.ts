import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A package in a registry, in npm's format. */
interface Record {
  readonly versions: Readonly<{ [version: string]: unknown }>;
  readonly 'dist-tags': Readonly<{ [tag: string]: string }>;
}

async function record(registry: string, name: string): Promise<Record> {
  // Connections are not kept alive: while a step blocks this thread, it would not notice that the registry closes them.
  const response = await fetch(registry + name.replace('/', '%2f'), { headers: { connection: 'close' } });
  if (response.status === 404) return { versions: {}, 'dist-tags': {} };
  // The dry run's registry answers in npm's format.
  return (await response.json()) as Record;
}

/** Throws unless a registry has exactly these versions of the packages: `['a@1.0.0', 'a@1.1.0', 'b@1.0.0']`. */
export async function expectPublished(registry: string, expected: readonly string[]): Promise<void> {
  const names = [...new Set(expected.map((item) => item.slice(0, item.lastIndexOf('@'))))];
  const found = await Promise.all(
    names.map(async (name) =>
      Object.keys((await record(registry, name)).versions).map((version) => `${name}@${version}`),
    ),
  );
  const now = found.flat().sort().join(', ');
  const wanted = expected.toSorted().join(', ');
  if (now !== wanted) throw new Error(`Expected ${wanted}; the registry has ${now}.`);
}

/** The version of a distribution tag; undefined for an unknown tag. */
export async function taggedVersion(
  registry: string,
  name: string,
  tag: string,
): Promise<string | undefined> {
  return (await record(registry, name))['dist-tags'][tag];
}

const PACKAGE_FILES = ['README.md', 'LICENSE', 'CHANGELOG.md'];

/** Throws if an installed package lacks a required file. */
export function expectPackageFiles(folder: string, names: readonly string[]): void {
  for (const name of names) {
    const missing = PACKAGE_FILES.filter((file) => !existsSync(join(folder, 'node_modules', name, file)));
    if (missing.length > 0) throw new Error(`${name} was published without ${missing.join(', ')}.`);
  }
}

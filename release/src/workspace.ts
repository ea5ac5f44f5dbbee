import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';

/** A package of the workspace, as its package.json tells. */
export interface WorkspacePackage {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  /** Relative to the root, with `/` between the parts. */
  readonly folder: string;
  readonly isPublic: boolean;
  /** What it depends on, to run, to build or to test itself. */
  readonly dependencies: readonly string[];
}

/** What is read of a package.json. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** The root of the repository that this file is in. */
export const root = resolve(import.meta.dirname, '../..');

/**
 * The packages of a workspace, in the order of their names.
 * @param repository the root of the repository, or of a copy of it
 */
export function workspacePackages(repository: string = root): WorkspacePackage[] {
  const { packages: folders }: { packages: string[] } = parse(
    readFileSync(join(repository, 'pnpm-workspace.yaml'), 'utf8'),
  );
  return globSync(
    folders.map((folder) => `${folder}/package.json`),
    { cwd: repository },
  )
    .map((file) => {
      // Every package.json here is checked by pnpm at each install.
      const manifest: Manifest = JSON.parse(readFileSync(join(repository, file), 'utf8'));
      const { name, version, description, dependencies, devDependencies } = manifest;
      return {
        name,
        version,
        description,
        folder: dirname(file).replaceAll('\\', '/'),
        isPublic: manifest.private !== true,
        dependencies: Object.keys({ ...dependencies, ...devDependencies }),
      };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The packages that are published, in the order of their names. */
export function publicPackages(repository: string = root): WorkspacePackage[] {
  return workspacePackages(repository).filter(({ isPublic }) => isPublic);
}

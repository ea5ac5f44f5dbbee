import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';

/** A package of the workspace, from its package.json. */
export interface WorkspacePackage {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  /** Relative to the root, with `/` between the parts. */
  readonly folder: string;
  readonly isPublic: boolean;
  /** Its dependencies, including those for building and testing. */
  readonly dependencies: readonly string[];
}

/** The used part of a package.json. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** The root of this repository. */
export const root = resolve(import.meta.dirname, '../..');

/**
 * The packages of a workspace, ordered by name.
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
      // pnpm validates every package.json at each install.
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

/** The published packages, ordered by name. */
export function publicPackages(repository: string = root): WorkspacePackage[] {
  return workspacePackages(repository).filter(({ isPublic }) => isPublic);
}

import { relative } from 'node:path';
import { getPackagesSync } from '@manypkg/get-packages';
import { GateError } from '../error.ts';

/** A package of a repository. */
export interface Package {
  readonly name: string;
  readonly version: string;
  /** Relative to the root, with `/`; `.` for the root itself. */
  readonly folder: string;
}

/**
 * The packages of a repository with any package manager; only the root's own when it has no workspaces.
 * @throws GateError without a package.json, or for one that cannot be read
 */
export function readPackages(root: string): Package[] {
  return manifests(root)
    .filter(({ packageJson: { name } }) => name !== undefined)
    .map(({ dir, packageJson: { name, version } }) => ({
      name,
      version: version ?? '0.0.0',
      folder: relative(root, dir).replaceAll('\\', '/') || '.',
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function manifests(root: string): ReturnType<typeof getPackagesSync>['packages'] {
  try {
    return getPackagesSync(root).packages;
  } catch (error) {
    throw new GateError(
      `The packages of ${root} cannot be read: ${error instanceof Error ? error.message : error}`,
      { cause: error },
    );
  }
}

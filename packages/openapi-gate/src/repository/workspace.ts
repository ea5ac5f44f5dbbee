import { relative } from 'node:path';
import { getPackagesSync } from '@manypkg/get-packages';

/** A package of a repository. */
export interface Package {
  readonly name: string;
  readonly version: string;
  /** Relative to the root, with `/`; `.` for the root itself. */
  readonly folder: string;
}

/** The packages of a repository with any package manager; only the root's own when it has no workspaces. */
export function readPackages(root: string): Package[] {
  const { packages } = getPackagesSync(root);
  return packages
    .map(({ dir, packageJson: { name, version } }) => ({
      name,
      version: version ?? '0.0.0',
      folder: relative(root, dir).replaceAll('\\', '/') || '.',
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

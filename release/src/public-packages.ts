import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The root of the repository that this file stands in. */
export const root = resolve(import.meta.dirname, '../..');

/** A package that is published, as its package.json tells. */
export interface PublicPackage {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  /** Its folder, relative to the root, with `/` between the parts. */
  readonly folder: string;
}

/**
 * Every package of the repository that isn't private, in the order of names.
 * @param repository the root of the repository, or of a copy of it
 */
export function publicPackages(repository: string = root): PublicPackage[] {
  const found: PublicPackage[] = [];
  for (const path of globSync(['openapi/package.json', 'packages/*/package.json'], { cwd: repository })) {
    const manifest: unknown = JSON.parse(readFileSync(join(repository, path), 'utf8'));
    // Every package.json here is checked by pnpm at each install.
    const { name, version, description, private: hidden } = manifest as PublicPackage & { private?: boolean };
    if (!hidden) found.push({ name, version, description, folder: dirname(path).replaceAll('\\', '/') });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

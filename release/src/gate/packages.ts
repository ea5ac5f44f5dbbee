import type { Package } from 'openapi-gate';

export const CONTRACT = '@session-series/contract';

/** Parts of a package that are not published, directly or built. */
const NOT_PUBLISHED =
  /^(test|bench|proof|growth)\/|(^|\/)(vitest\.config\.ts|tsconfig\.json|CHANGELOG\.md|\.size-limit\.json)$/;

/** The given files that affect the published package. */
export function publishedFiles({ folder }: Pick<Package, 'folder'>, files: readonly string[]): string[] {
  return files.filter(
    (file) => file.startsWith(`${folder}/`) && !NOT_PUBLISHED.test(file.slice(folder.length + 1)),
  );
}

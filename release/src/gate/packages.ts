import type { WorkspacePackage } from '../workspace.ts';

export const CONTRACT = '@session-series/contract';
/** Published as a site and not to a registry; it has a version and a changelog all the same, for its readers. */
export const DOCS = '@session-series/docs';

/** Parts of a package that its users never get, neither as they are nor built. */
const OWN_USE =
  /^(test|bench|proof|growth)\/|(^|\/)(vitest\.config\.ts|tsconfig\.json|CHANGELOG\.md|\.size-limit\.json)$/;

/** Those of the given files from which the published package is made. */
export function publishedFiles({ folder }: WorkspacePackage, files: readonly string[]): string[] {
  return files.filter(
    (file) => file.startsWith(`${folder}/`) && !OWN_USE.test(file.slice(folder.length + 1)),
  );
}

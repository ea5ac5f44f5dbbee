import { fileURLToPath } from 'node:url';

/** The absolute path of a file of this package, independent of the working directory. */
export const fromPackageRoot = (path: string): string =>
  fileURLToPath(new URL(`../${path}`, import.meta.url));

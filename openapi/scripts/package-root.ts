import { fileURLToPath } from 'node:url';

/** The absolute path of a file of this package, wherever the script was started. */
export const fromPackageRoot = (path: string): string =>
  fileURLToPath(new URL(`../${path}`, import.meta.url));

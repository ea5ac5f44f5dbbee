import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import writeFileAtomic from 'write-file-atomic';
import { stringify } from 'yaml';

/** The absolute path of a file of this package, independent of the working directory. */
export const fromPackageRoot = (path: string): string =>
  fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Writes a file of this package atomically: readers see the old or the new content, never a part. */
export function writePackageFile(path: string, text: string): void {
  const file = fromPackageRoot(path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileAtomic.sync(file, text);
}

/**
 * Writes a document as `<path>.json` and `<path>.yaml`.
 *
 * @param source what the document is generated from, for the do-not-edit line of the YAML file.
 */
export function writeJsonAndYaml(document: object, path: string, source: string): void {
  writePackageFile(`${path}.json`, `${JSON.stringify(document, null, 2)}\n`);
  const notice = `# Generated from ${source}. Do not edit: the next build overwrites it.\n`;
  const yaml = stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
  writePackageFile(`${path}.yaml`, notice + yaml);
}

import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type JsonObject, toText, writeWhole } from 'openapi-l10n';

/** The absolute path of a file of this package, independent of the working directory. */
export const fromPackageRoot = (path: string): string =>
  fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Writes a file of this package atomically: readers see the old or the new content, never a part. */
export async function writePackageFile(path: string, text: string): Promise<void> {
  const file = fromPackageRoot(path);
  await mkdir(dirname(file), { recursive: true });
  await writeWhole(file, text);
}

/**
 * Writes a document as `<path>.json` and `<path>.yaml`.
 *
 * @param source what the document is generated from, for the do-not-edit line of the YAML file.
 */
export async function writeJsonAndYaml(document: object, path: string, source: string): Promise<void> {
  const json = document as JsonObject; // every caller has read it from JSON
  const notice = `# Generated from ${source}. Do not edit: the next build overwrites it.\n`;
  await writePackageFile(`${path}.json`, toText(json, 'document.json'));
  await writePackageFile(`${path}.yaml`, notice + toText(json, 'document.yaml'));
}

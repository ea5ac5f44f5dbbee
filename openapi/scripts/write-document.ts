import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { stringify } from 'yaml';

/**
 * Writes a document as `<path>.json` and `<path>.yaml`. Each file is written atomically: to a temporary file in the same
 * folder, which is then renamed.
 *
 * @param source what the document is generated from, for the do-not-edit line of the YAML file.
 */
export function writeJsonAndYaml(document: unknown, path: string, source: string): void {
  writeAtomically(`${path}.json`, `${JSON.stringify(document, null, 2)}\n`);
  const yaml = stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
  writeAtomically(
    `${path}.yaml`,
    `# Generated from ${source}. Do not edit: the next build overwrites it.\n${yaml}`,
  );
}

/** Writes a file atomically: readers see the old or the new content, never a part. */
export function writeAtomically(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}

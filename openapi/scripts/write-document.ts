import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { stringify } from 'yaml';

/**
 * Writes one document twice, as `<path>.json` and `<path>.yaml`. Each file is whole or absent: it is written beside
 * its place and then renamed.
 *
 * @param source what the document is made from, for the do-not-edit line. JSON has no comments and goes without.
 */
export function writeJsonAndYaml(document: unknown, path: string, source: string): void {
  writeWhole(`${path}.json`, `${JSON.stringify(document, null, 2)}\n`);
  const yaml = stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
  writeWhole(
    `${path}.yaml`,
    `# Generated from ${source}. Do not edit: the next build overwrites it.\n${yaml}`,
  );
}

/** Writes a file so that no reader ever sees half of it. */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}

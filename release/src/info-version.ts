/**
 * Writes the version of the contract's next release to `info.version` in openapi.yaml: `pnpm info-version`. After `changeset
 * version`, it is the version in package.json; before, the one from the pending changesets.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bumpOf, raise, readChangesets } from 'openapi-gate';
import { CONTRACT } from './gate/packages.ts';
import { root, workspacePackages } from './workspace.ts';

export const CONTRACT_FILE = 'openapi/openapi.yaml';
const LINE = /^(info:\n(?: .*\n)*? {2}version: )(\S+)$/m;

/** The `info.version` in the text of a contract. */
export function infoVersion(contract: string): string {
  const [, , version] = LINE.exec(contract) ?? [];
  if (version === undefined)
    throw new Error(`${CONTRACT_FILE} has no info.version. Expected a version such as 1.2.3.`);
  return version;
}

/** Writes the next version to the contract of a repository, and returns it. */
export function writeInfoVersion(repository: string): string {
  const packages = workspacePackages(repository);
  const changesets = readChangesets(
    repository,
    packages.map(({ name }) => name),
  );
  const contract = packages.find(({ name }) => name === CONTRACT);
  if (contract === undefined) throw new Error(`The workspace has no package ${CONTRACT}.`);
  const due = raise(contract.version, bumpOf(changesets, CONTRACT));
  const file = join(repository, CONTRACT_FILE);
  const text = readFileSync(file, 'utf8');
  infoVersion(text);
  writeFileSync(file, text.replace(LINE, `$1${due}`));
  return due;
}

if (import.meta.main) console.log(`${CONTRACT_FILE}: info.version is ${writeInfoVersion(root)}`);

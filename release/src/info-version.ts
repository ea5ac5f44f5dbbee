/**
 * Writes the version that the contract's next release will have into `info.version` of openapi.yaml: `pnpm info-version`.
 * After `changeset version` that is the version of its package.json; before, the one that the pending changesets lead to.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bumpOf, raise, readChangesets } from 'openapi-gate';
import { CONTRACT } from './gate/packages.ts';
import { root, workspacePackages } from './workspace.ts';

export const CONTRACT_FILE = 'openapi/openapi.yaml';
const LINE = /^(info:\n(?: .*\n)*? {2}version: )(\S+)$/m;

/** The version that a contract, given as text, says it has. */
export function infoVersion(contract: string): string {
  const [, , version] = LINE.exec(contract) ?? [];
  if (version === undefined)
    throw new Error(`${CONTRACT_FILE} has no info.version. Expected a version such as 1.2.3.`);
  return version;
}

/** Write the due version into the contract of a repository; gives it. */
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

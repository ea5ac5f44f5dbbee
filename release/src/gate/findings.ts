import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Bump,
  bumpOf,
  type Change,
  type Changeset,
  check,
  formatCheck,
  highest,
  raise,
  readChangesets,
  readSettings,
  versionBefore,
} from 'openapi-gate';
import { CONTRACT_FILE, infoVersion } from '../info-version.ts';
import { type WorkspacePackage, workspacePackages } from '../workspace.ts';
import { CONTRACT, publishedFiles } from './packages.ts';

/** A change and its context. */
interface Context {
  readonly change: Change;
  readonly packages: readonly WorkspacePackage[];
  readonly changesets: readonly Changeset[];
}

/**
 * What a change lacks, with what to do; empty if it passes. openapi-gate compares the contract with the changesets.
 * This repository also requires that every edit of a published package is announced, and that `info.version` is the next
 * release.
 */
export function findings(change: Change): string[] {
  const contracts = readSettings(change.root)?.contracts ?? [];
  const outcome = check(change, contracts);
  if (outcome.problems.length > 0) return [...outcome.problems];
  const packages = workspacePackages(change.root);
  const changesets = readChangesets(
    change.root,
    packages.map(({ name }) => name),
  );
  const context = { change, packages, changesets };
  const bump = highest(outcome.contracts.map(({ rating }) => rating.bump));
  const lacking = outcome.contracts.filter(({ missing }) => missing.length > 0);
  return [
    ...(lacking.length > 0 ? [ownCommand(formatCheck({ ...outcome, contracts: lacking })).trimEnd()] : []),
    ...unannounced(context, new Set(lacking.flatMap(({ missing }) => missing.map(({ name }) => name)))),
    ...staleInfoVersion(context, bump),
  ];
}

/** The gate is not installed in the root: every build would depend on it there. */
const ownCommand = (text: string): string => text.replaceAll('npx openapi-gate', 'pnpm openapi-gate');

/** Published packages that were edited without a changeset in this change. */
function unannounced({ change, packages, changesets }: Context, named: ReadonlySet<string>): string[] {
  const own = changesets.filter(({ file }) => change.files.includes(file));
  if (own.some(({ bumps }) => bumps.size === 0)) return [];
  return packages.flatMap((item) => {
    const edited = publishedFiles(item, change.files);
    const released = versionBefore(change, item) !== item.version;
    if (!item.isPublic || edited.length === 0 || released || named.has(item.name)) return [];
    if (bumpOf(own, item.name) !== 'none') return [];
    return [
      [
        `${item.name} was edited, but has no changeset in this change:`,
        ...edited.map((file) => `  ${file}`),
        `Add one with: pnpm changeset add --patch ${item.name} -m "What a user can now do"`,
        'If users of the package notice nothing, add an empty one with: pnpm changeset add --empty',
      ].join('\n'),
    ];
  });
}

/** An `info.version` that is not the version of the next release. */
function staleInfoVersion({ change, packages, changesets }: Context, bump: Bump): string[] {
  const contract = packages.find(({ name }) => name === CONTRACT);
  const now = infoVersion(readFileSync(join(change.root, CONTRACT_FILE), 'utf8'));
  const before = change.textBefore(CONTRACT_FILE);
  if (contract === undefined || (bump === 'none' && before !== undefined && now === infoVersion(before)))
    return [];
  const released = versionBefore(change, contract) !== contract.version;
  const pending = bumpOf(changesets, CONTRACT);
  const due = raise(contract.version, released ? pending : highest([bump, pending]));
  if (now === due) return [];
  return [
    `${CONTRACT_FILE}: info.version is ${now}. Expected ${due}, the version of the next release of ${CONTRACT}.\n` +
      'Write it with: pnpm info-version',
  ];
}

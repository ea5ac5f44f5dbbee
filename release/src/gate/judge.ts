import { CONTRACT_FILE, infoVersion } from '../info-version.ts';
import { type WorkspacePackage, workspacePackages } from '../workspace.ts';
import { atLeast, type Bump, highest, raise, stepBetween } from './bump.ts';
import { type Changeset, given, readChangesets } from './changesets.ts';
import type { Change } from './history.ts';
import { CONTRACT, DOCS, publishedFiles } from './packages.ts';
import { type ContractChange, rate } from './rating.ts';

const SENTENCE = '-m "What a user can now do"';

/** A change with everything that it is judged by. */
interface Case {
  readonly change: Change;
  readonly packages: readonly WorkspacePackage[];
  readonly changesets: readonly Changeset[];
}

/** What is wrong with a change, one finding an item, each in words that say what to do; nothing if it may pass. */
export function judge(change: Change): string[] {
  const packages = workspacePackages(change.repository);
  const names = packages.map(({ name }) => name);
  const changesets = readChangesets(change.repository, names);
  const flaws = changesets.flatMap((changeset) => changeset.flaws);
  if (flaws.length > 0) return flaws;
  const found = { change, packages, changesets };
  const { bump, changes } = rate(change.before(CONTRACT_FILE), change.after(CONTRACT_FILE));
  return [...understated(found, changes), ...unannounced(found), ...staleInfoVersion(found, bump)];
}

/** The version that a package had when the change started. */
function versionBefore(change: Change, { folder }: WorkspacePackage): string {
  const manifest = change.before(`${folder}/package.json`);
  return manifest === '' ? '0.0.0' : JSON.parse(manifest).version;
}

/** How much the next release of a package, or the one that this change is, rises over the version at the start. */
function carried({ change, changesets }: Case, item: WorkspacePackage): Bump {
  return stepBetween(versionBefore(change, item), raise(item.version, given(changesets, item.name)));
}

/**
 * Packages whose changesets say less than the contract did. The English contract asks the same of every package that is
 * made from it. A translation is a patch of the contract and of the docs, whatever it says, and touches nobody else. The
 * docs promise no interface: never more than a patch.
 */
function understated(found: Case, english: readonly ContractChange[]): string[] {
  const translated = found.change.files
    .filter((file) => /^openapi\/l10n\/.*\.overlay\.yaml$/.test(file))
    .map((file): ContractChange => ({ bump: 'patch', text: `${file} modified: words of a translation` }));
  const all = [...english, ...translated];
  if (all.length === 0) return [];
  const asked = (changes: readonly ContractChange[]): Bump => highest(changes.map(({ bump }) => bump));
  const needOf = ({ name, isPublic, dependencies }: WorkspacePackage): Bump => {
    if (name === CONTRACT) return asked(all);
    if (name === DOCS) return 'patch';
    return isPublic && dependencies.includes(CONTRACT) ? asked(english) : 'none';
  };
  const short = found.packages
    .map((item) => ({ name: item.name, need: needOf(item), has: carried(found, item) }))
    .filter(({ need, has }) => !atLeast(has, need));
  if (short.length === 0) return [];
  const flags = (['major', 'minor', 'patch'] as const).flatMap((bump) => {
    const names = short.filter(({ need }) => need === bump).map(({ name }) => name);
    return names.length === 0 ? [] : [`--${bump} ${names.join(',')}`];
  });
  return [
    [
      'The changesets say less than what changed in the contract:',
      ...all.filter(({ bump }) => bump === asked(all)).map(({ bump, text }) => `  ${bump}: ${text}`),
      ...short.map(({ name, need, has }) => `  ${name} needs at least ${need}; it has ${has}.`),
      `Add it with: pnpm changeset add ${flags.join(' ')} ${SENTENCE}`,
    ].join('\n'),
  ];
}

/** Published packages that were edited though no changeset of this change speaks of them. */
function unannounced(found: Case): string[] {
  const { change, packages, changesets } = found;
  const own = changesets.filter(({ file }) => change.files.includes(file));
  if (own.some(({ bumps }) => bumps.size === 0)) return [];
  return packages.flatMap((item) => {
    const edited = publishedFiles(item, change.files);
    const released = versionBefore(change, item) !== item.version;
    if (!item.isPublic || edited.length === 0 || released || given(own, item.name) !== 'none') return [];
    return [
      [
        `${item.name} was edited, and no changeset of this change says so:`,
        ...edited.map((file) => `  ${file}`),
        `Add one with: pnpm changeset add --patch ${item.name} ${SENTENCE}`,
        'If users of the package notice nothing, say that with: pnpm changeset add --empty',
      ].join('\n'),
    ];
  });
}

/** An `info.version` that was left behind by a change of the contract, or set to something else than what is due. */
function staleInfoVersion({ change, packages, changesets }: Case, bump: Bump): string[] {
  const contract = packages.find(({ name }) => name === CONTRACT);
  const now = infoVersion(change.after(CONTRACT_FILE));
  if (!contract || (bump === 'none' && now === infoVersion(change.before(CONTRACT_FILE)))) return [];
  const released = versionBefore(change, contract) !== contract.version;
  const pending = given(changesets, CONTRACT);
  const due = raise(contract.version, released ? pending : highest([bump, pending]));
  if (now === due) return [];
  return [
    `${CONTRACT_FILE}: info.version is ${now}. Expected ${due}, which the next release of ${CONTRACT} will be called.\n` +
      'Write it with: pnpm info-version',
  ];
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { atLeast, type Bump, highest, raise, stepBetween } from './bump.ts';
import { GateError } from './error.ts';
import { refersToFiles } from './rate/document.ts';
import { type Rating, rate } from './rate/rate.ts';
import { bumpOf, type Changeset, readChangesets, usesChangesets } from './repository/changesets.ts';
import type { Change } from './repository/git.ts';
import { type Package, readPackages } from './repository/workspace.ts';
import type { ContractSettings } from './settings.ts';

/** A package whose changesets announce less than the change of its contract. */
export interface MissingBump {
  readonly name: string;
  /** The lowest sufficient bump. */
  readonly needs: Bump;
  /** The bump of its pending changesets. */
  readonly has: Bump;
}

/** The rating of one contract, and what its changesets lack. */
export interface ContractCheck {
  /** The document, relative to the root. */
  readonly contract: string;
  /** Undefined for a document that this change adds or removes. */
  readonly rating: Rating;
  /** Overlays that this change edits. */
  readonly translations: readonly string[];
  readonly missing: readonly MissingBump[];
}

/** The outcome for a repository. */
export interface Check {
  readonly contracts: readonly ContractCheck[];
  /** Changesets that cannot be read. */
  readonly problems: readonly string[];
  /** False when the repository has no `.changeset` folder: then changes are only rated. */
  readonly usesChangesets: boolean;
}

/**
 * Compares a change with the pending changesets.
 * @throws GateError when a contract is missing, is not an OpenAPI document, or settings name an unknown package
 */
export function check(change: Change, contracts: readonly ContractSettings[]): Check {
  const announced = usesChangesets(change.root);
  // Without Changesets nothing is announced, so the repository needs no packages at all.
  const packages = announced ? readPackages(change.root) : [];
  const names = packages.map(({ name }) => name);
  const changesets = readChangesets(change.root, names);
  return {
    contracts: contracts.map((settings) => {
      const rating = rateContract(change, settings);
      const translations = change.files.filter((file) =>
        (settings.overlays ?? []).some((glob) => picomatch(glob)(file)),
      );
      const needs = needsOf(settings, rating, translations);
      const unknown = [...needs.keys()].find((name) => !names.includes(name));
      if (announced && unknown !== undefined)
        throw new GateError(`There is no package "${unknown}". Expected one of ${names.join(', ')}.`);
      return {
        contract: settings.contract,
        rating,
        translations,
        missing: announced ? missingBumps(change, packages, changesets, needs) : [],
      };
    }),
    problems: changesets.flatMap(({ problems }) => problems),
    usesChangesets: announced,
  };
}

/** Rates the change of one contract. An added or removed contract is not rated. */
export function rateContract(change: Change, settings: ContractSettings): Rating {
  const file = join(change.root, settings.contract);
  if (!existsSync(file))
    throw new GateError(`${settings.contract}: no such file. Pass the path of the contract with --contract.`);
  const before = change.textBefore(settings.contract);
  // Comparing takes a second, and a contract in one file only changes with that file.
  const hasParts = [before, readFileSync(file, 'utf8')].some(
    (text) => text !== undefined && refersToFiles(text),
  );
  const mayDiffer = hasParts ? change.files.some(isDocument) : change.files.includes(settings.contract);
  if (before === undefined || !mayDiffer) return { bump: 'none', changes: [] };
  using base = change.checkoutBase(hasParts ? isDocument : (path) => path === settings.contract);
  return rate(join(base.folder, settings.contract), file, { ...settings, root: change.root });
}

const isDocument = (file: string): boolean => /\.(ya?ml|json)$/.test(file);

function needsOf(
  settings: ContractSettings,
  rating: Rating,
  translations: readonly string[],
): Map<string, Bump> {
  const needs = new Map<string, Bump>();
  const need = (names: readonly string[] = [], bump: Bump) => {
    for (const name of names) needs.set(name, highest([bump, needs.get(name) ?? 'none']));
  };
  const changed = rating.bump !== 'none' || translations.length > 0;
  need(settings.packages, rating.bump);
  need(settings.patchOnly, changed ? 'patch' : 'none');
  need(settings.translated, translations.length > 0 ? 'patch' : 'none');
  return needs;
}

function missingBumps(
  change: Change,
  packages: readonly Package[],
  changesets: readonly Changeset[],
  needs: ReadonlyMap<string, Bump>,
): MissingBump[] {
  const own = changesets.filter(({ file }) => change.files.includes(file));
  return packages.flatMap((item) => {
    const needed = needs.get(item.name) ?? 'none';
    if (needed === 'none') return [];
    const before = versionBefore(change, item);
    const released = before !== item.version;
    const has = stepBetween(before, raise(item.version, bumpOf(changesets, item.name)));
    // A changeset that was already pending covers the version, but does not mention this change.
    const silent = !released && bumpOf(own, item.name) === 'none';
    if (atLeast(has, needed) && !silent) return [];
    return [{ name: item.name, needs: needed, has: silent ? bumpOf(own, item.name) : has }];
  });
}

/** The version that a package had when the change started; `0.0.0` if it did not exist. */
export function versionBefore(change: Change, { folder }: Package): string {
  const manifest = change.textBefore(folder === '.' ? 'package.json' : `${folder}/package.json`);
  if (manifest === undefined) return '0.0.0';
  const { version }: { version?: string } = JSON.parse(manifest);
  return version ?? '0.0.0';
}

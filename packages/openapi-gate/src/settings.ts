import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { BUMPS, type Bump } from './bump.ts';
import { GateError } from './error.ts';

/** The default settings file in the root of a repository. */
export const SETTINGS_FILE = 'openapi-gate.yaml';

/** How changes are rated. */
export interface RatingSettings {
  /** Bumps by rule: a rule of this package, or one of `redocly diff`. Takes precedence over the defaults. */
  readonly rules?: Readonly<Record<string, Bump>>;
  /** Bumps by the name of a property, such as `x-region`. Takes precedence over rules. */
  readonly properties?: Readonly<Record<string, Bump>>;
}

/** A contract, and who must announce its changes. */
export interface ContractSettings extends RatingSettings {
  /** The document, relative to the root of the repository. */
  readonly contract: string;
  /** Packages that need at least the bump of the contract. */
  readonly packages?: readonly string[];
  /** Packages that only need a patch for any change, such as a site. */
  readonly patchOnly?: readonly string[];
  /** Overlays with translations, as paths or globs. A change of one is a patch of `translated`. */
  readonly overlays?: readonly string[];
  /** Packages that contain the translations. @default none */
  readonly translated?: readonly string[];
}

/** What `openapi-gate.yaml` contains. */
export interface Settings {
  /** The branch, tag or commit that changes are compared with. @default 'origin/main' */
  readonly base?: string;
  readonly contracts: readonly ContractSettings[];
}

/**
 * Read the settings of a repository.
 * @param file relative to the root; undefined: `openapi-gate.yaml` if it exists
 * @throws GateError for a file that is missing, is not YAML, or has an unknown setting
 */
export function readSettings(root: string, file?: string): Settings | undefined {
  const path = file ?? SETTINGS_FILE;
  if (!existsSync(join(root, path))) {
    if (file === undefined) return undefined;
    throw new GateError(`${path}: no such file. Pass the path of your settings, relative to ${root}.`);
  }
  let value: unknown;
  try {
    value = parse(readFileSync(join(root, path), 'utf8'));
  } catch (error) {
    throw new GateError(`${path}: not valid YAML. ${error instanceof Error ? error.message : error}`);
  }
  return settingsOf(value, path);
}

const STRINGS = ['packages', 'patchOnly', 'overlays', 'translated'];

function settingsOf(value: unknown, file: string): Settings {
  const settings = object(value, file, ['base', 'contracts']);
  const contracts = settings['contracts'];
  if (!Array.isArray(contracts) || contracts.length === 0)
    throw new GateError(
      `${file}: contracts is missing. List at least one, such as "- contract: openapi.yaml".`,
    );
  for (const [index, item] of contracts.entries()) {
    const place = `${file}: contracts[${index}]`;
    const contract = object(item, place, ['contract', 'rules', 'properties', ...STRINGS]);
    if (typeof contract['contract'] !== 'string')
      throw new GateError(`${place}.contract is missing. Name the document, such as openapi.yaml.`);
    for (const name of STRINGS) {
      const list = contract[name] ?? [];
      if (!Array.isArray(list) || list.some((entry) => typeof entry !== 'string'))
        throw new GateError(`${place}.${name} is ${JSON.stringify(list)}. Expected a list of strings.`);
    }
    for (const name of ['rules', 'properties']) {
      for (const [key, bump] of Object.entries(object(contract[name] ?? {}, `${place}.${name}`))) {
        if (!BUMPS.some((known) => known === bump))
          throw new GateError(
            `${place}.${name}.${key} is ${JSON.stringify(bump)}. Expected ${BUMPS.join(', ')}.`,
          );
      }
    }
  }
  if (settings['base'] !== undefined && typeof settings['base'] !== 'string')
    throw new GateError(
      `${file}: base is ${JSON.stringify(settings['base'])}. Expected a branch, tag or commit.`,
    );
  // All parts are checked above.
  return settings as unknown as Settings;
}

function object(value: unknown, place: string, known?: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new GateError(`${place} is ${JSON.stringify(value)}. Expected names with values.`);
  const unknown = known && Object.keys(value).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new GateError(`${place}: there is no setting "${unknown}". Expected ${known?.join(', ')}.`);
  return value as Record<string, unknown>; // an object that is not an array
}

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { atLeast, highest } from '../bump.ts';
import { changelog } from '../changelog.ts';
import { missingChangeset, writeChangeset } from '../changeset.ts';
import { check, rateContract } from '../check.ts';
import { GateError } from '../error.ts';
import { languages, wordsOf } from '../languages/index.ts';
import { loadDocument } from '../rate/document.ts';
import { type Rating, rate } from '../rate/rate.ts';
import { formatCheck, formatRatings } from '../report.ts';
import { type Change, changeSince } from '../repository/git.ts';
import { type ContractSettings, readSettings } from '../settings.ts';
import { summariesOf, translatedSummaries } from '../summaries.ts';
import { HELP } from './help.ts';
import { type Options, readOptions } from './options.ts';

/** The working directory and output streams of a command. */
export interface Terminal {
  readonly cwd: string;
  out(text: string): void;
  err(text: string): void;
}

/** Runs the command line and returns its exit code. Never throws for something that the user can fix. */
export function main(argv: readonly string[], terminal: Terminal): number {
  try {
    const options = readOptions(argv);
    if (options.version) return print(terminal, `${version()}\n`);
    if (options.help || options.command === undefined) return print(terminal, HELP, options.help ? 0 : 2);
    return run(options.command, options, terminal);
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    terminal.err(`openapi-gate: ${error.message}\n`);
    return 2;
  }
}

function run(command: string, options: Options, terminal: Terminal): number {
  if (command === 'rate') {
    const ratings = options.files.length > 0 ? [rateFiles(options, terminal)] : rateChange(options, terminal);
    const bump = highest(ratings.map((rating) => rating.bump));
    const failed = options.failOn !== 'none' && atLeast(bump, options.failOn);
    return print(terminal, formatRatings(ratings, options.format), failed ? 1 : 0);
  }
  if (command === 'changelog') return print(terminal, changelogOf(options, terminal));
  if (command !== 'check' && command !== 'changeset')
    throw new GateError(`There is no command "${command}". Expected rate, check, changeset or changelog.`);
  const { change, contracts } = changeOf(options, terminal);
  const outcome = check(change, contracts);
  const { problems } = outcome;
  if (command === 'check') {
    const passed = problems.length === 0 && outcome.contracts.every(({ missing }) => missing.length === 0);
    return print(terminal, formatCheck(outcome), passed ? 0 : 1);
  }
  if (problems.length > 0) return print(terminal, formatCheck(outcome), 1);
  if (!outcome.usesChangesets)
    throw new GateError('There is no .changeset folder. Set up Changesets first: npx @changesets/cli init');
  const changeset = missingChangeset(outcome);
  if (changeset === undefined) return print(terminal, 'Nothing is missing.\n');
  writeChangeset(change.root, changeset);
  return print(terminal, `Wrote ${changeset.file}. Edit the text if you can say it better.\n`);
}

function rateFiles(options: Options, terminal: Terminal): Rating {
  const [base, revision] = twoFiles(options, terminal);
  const settings = readSettings(terminal.cwd, options.config)?.contracts[0];
  return rate(base, revision, { ...settings, root: terminal.cwd });
}

function rateChange(options: Options, terminal: Terminal): Rating[] {
  const { change, contracts } = changeOf(options, terminal);
  return contracts.map((contract) => rateContract(change, contract));
}

function changeOf(options: Options, { cwd }: Terminal): { change: Change; contracts: ContractSettings[] } {
  // The base is in the settings, which are in the root; any commit is enough to find the root.
  const { root } = changeSince(cwd, 'HEAD');
  const settings = readSettings(root, options.config);
  const named = options.contracts.map(
    (contract) => settings?.contracts.find((known) => known.contract === contract) ?? { contract },
  );
  const contracts = (named.length > 0 ? named : (settings?.contracts ?? [])).map((contract) =>
    options.packages.length > 0 ? { ...contract, packages: options.packages } : contract,
  );
  if (contracts.length === 0)
    throw new GateError(
      'There is no contract to check. Pass --contract openapi.yaml, or list contracts in openapi-gate.yaml.',
    );
  return { change: changeSince(root, options.base ?? settings?.base ?? 'origin/main'), contracts };
}

function changelogOf(options: Options, terminal: Terminal): string {
  const compared = options.files.length > 0 ? twoFiles(options, terminal) : undefined;
  const overlay = options.overlay === undefined ? undefined : resolve(terminal.cwd, options.overlay);
  const { file, rating } =
    compared === undefined ? ratedChange(options, terminal) : ratedFiles(compared, terminal);
  const document = loadDocument(file);
  const summaries =
    overlay === undefined
      ? { language: undefined, of: summariesOf(document) }
      : translatedSummaries(document, text(overlay), overlay);
  const language = options.language ?? summaries.language ?? 'en';
  const words = wordsOf(language);
  if (words === undefined)
    throw new GateError(`--language is "${language}". Expected ${languages.join(', ')}.`);
  return changelog(rating, words, summaries.of);
}

function ratedFiles([base, revision]: [string, string], { cwd }: Terminal) {
  return { file: revision, rating: rate(base, revision, { root: cwd }) };
}

function ratedChange(options: Options, terminal: Terminal) {
  const { change, contracts } = changeOf(options, terminal);
  const [contract, another] = contracts;
  if (contract === undefined || another !== undefined)
    throw new GateError(
      `A changelog describes one contract. Choose it with --contract: ${contracts.map(({ contract: file }) => file).join(', ')}.`,
    );
  return { file: join(change.root, contract.contract), rating: rateContract(change, contract) };
}

function twoFiles({ files, command }: Options, { cwd }: Terminal): [string, string] {
  const [base, revision] = files;
  if (base === undefined || revision === undefined || files.length > 2)
    throw new GateError(`${command} needs two files: openapi-gate ${command} old.yaml new.yaml`);
  return [resolve(cwd, base), resolve(cwd, revision)];
}

function text(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new GateError(`${file}: no such file.`);
  }
}

function version(): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  return manifest.version;
}

function print({ out }: Terminal, message: string, code = 0): number {
  out(message);
  return code;
}

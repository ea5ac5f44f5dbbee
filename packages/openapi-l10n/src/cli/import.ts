import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { CheckOptions } from '../config.ts';
import { parseSource, readSource, readText } from '../document/read.ts';
import type { SourceFile } from '../document/source-file.ts';
import { writeWhole } from '../document/write.ts';
import { InputError, type Place } from '../errors.ts';
import type { AlignOptions, Difference } from '../exchange/align.ts';
import { readCopy } from '../exchange/copy.ts';
import { type Fill, fillOverlay, type Leftover } from '../exchange/fill.ts';
import { formatOfFile } from '../exchange/formats.ts';
import { mergeUnits } from '../exchange/merge.ts';
import { unitsOf } from '../exchange/units.ts';
import { readOverlay } from '../overlay/read.ts';
import { readContract } from './contract.ts';
import { languageOfFile } from './extract.ts';
import { type Command, type Io, need } from './options.ts';
import { readSettings } from './settings.ts';
import { nameOf } from './status.ts';

/** The content of an imported file. */
interface Imported {
  fills: ReadonlyMap<string, Fill>;
  leftovers: readonly Leftover[];
  counts: object;
  language?: string | undefined;
  differences?: readonly Difference[];
  copy?: SourceFile;
}

export const importTranslations: Command = {
  args: '<contract> <file> --overlay <file>',
  summary: "Take translations from a translated copy of the contract, or from a translator's file.",
  about:
    'A translated copy (YAML or JSON) becomes an overlay: each text is matched with its source, even if a path or a\n' +
    'schema was renamed. All other differences are listed, and make the exit code 1.\n' +
    'XLIFF, PO and CSV files of "openapi-l10n export" are read back. No translation is lost: one that matches no text of\n' +
    'the contract is kept under x-l10n-removed.',
  options: {
    overlay: { value: 'file', help: 'The overlay to create or update.' },
    language: { value: 'tag', short: 'l', help: 'Language of a new overlay, such as fr.' },
    config: { value: 'file', short: 'c', help: 'Settings file; `textFields` applies.' },
    'translated-examples': { help: 'Do not report translated texts in examples.' },
    json: { help: 'Print the differences as JSON.' },
  },
  example: 'openapi-l10n import openapi.yaml openapi.fr.yaml --overlay fr.overlay.yaml',
  async run(input, io) {
    const [contractFile = '', file = ''] = need(input.args, ['contract', 'file']);
    const output = input.text('overlay');
    if (!output) throw new InputError('The option --overlay is missing', { expected: '--overlay <file>' });
    const settings = await readSettings(input);
    const contract = await readContract(contractFile, io);
    const overlay = existsSync(output) ? await readSource(output) : undefined;
    const imported = await readImport(contract, overlay, file, {
      ...settings,
      translatedExamples: input.is('translated-examples'),
    });
    const language =
      settings.language ?? imported.language ?? languageOfFile(output) ?? languageOfFile(basename(file));
    if (!overlay && !language) {
      throw new InputError('The new overlay needs a language', {
        expected: '--language <tag>, such as fr',
      });
    }
    const { fills, leftovers, counts } = imported;
    const filled = fillOverlay(contract, overlay, fills, leftovers, { ...settings, language, file: output });
    if (filled.changed) await writeWhole(output, filled.text);
    const what = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
    io.err(`${output}: ${filled.changed ? 'written' : 'unchanged'} (${what.join(', ')})\n`);
    for (const pointer of filled.refused) {
      io.err(`  ${pointer}: not changed, because an action with several targets translates it\n`);
    }
    for (const { target, key, translation } of leftovers) {
      io.err(`  ${target} ${key}: not in the contract; kept under x-l10n-removed: ${shorten(translation)}\n`);
    }
    return report(contract, imported, input.is('json'), io);
  },
};

async function readImport(
  contract: SourceFile,
  overlay: SourceFile | undefined,
  file: string,
  settings: CheckOptions & AlignOptions,
): Promise<Imported> {
  const format = formatOfFile(file);
  if (format) {
    const { units, targetLanguage } = format.read(await readText(file, "a translator's file"), file);
    refuseOtherLanguage(targetLanguage, overlay, file);
    return { ...mergeUnits(unitsOf(contract, overlay, settings), units), language: targetLanguage };
  }
  const copy = parseSource(await readText(file, 'a translated copy of the contract'), file);
  return { ...readCopy(contract, copy, settings), copy };
}

/** French words must not get into the German overlay. @throws {InputError} when both languages are known and differ */
function refuseOtherLanguage(
  language: string | undefined,
  overlay: SourceFile | undefined,
  file: string,
): void {
  const own = overlay && readOverlay(overlay).language;
  if (!overlay || !own || !language || baseOf(own) === baseOf(language)) return;
  throw new InputError(`${file} is in ${nameOf(language)}, and ${overlay.file} is in ${nameOf(own)}`, {
    place: { file, line: 1, column: 1 },
    expected: `translations in ${nameOf(own)}`,
    help: 'Give --overlay the overlay of this language; a new file is created.',
  });
}

const baseOf = (tag: string) => tag.split(/[-_]/)[0]?.toLowerCase();

/** Lists the differences of a copy. @returns the exit code */
function report(contract: SourceFile, { differences = [], copy }: Imported, json: boolean, io: Io): number {
  if (!copy) return 0;
  contract.prepare(differences.flatMap(({ source }) => (source ? [source] : [])));
  copy.prepare(differences.flatMap((difference) => (difference.copy ? [difference.copy] : [])));
  const rows = differences.map(({ kind, message, ...paths }) => ({
    kind,
    message,
    contract: paths.source && contract.locate(paths.source),
    copy: paths.copy && copy.locate(paths.copy),
  }));
  if (json) io.out(`${JSON.stringify(rows, null, 2)}\n`);
  else {
    for (const row of rows) io.out(`${placeOf(row.copy ?? row.contract)} ${row.kind}  ${row.message}\n`);
    if (rows.length > 0)
      io.err(
        rows.length === 1
          ? '1 difference that is not a text\n'
          : `${rows.length} differences that are not texts\n`,
      );
  }
  return rows.length > 0 ? 1 : 0;
}

const placeOf = (place: Place | undefined) => (place ? `${place.file}:${place.line}:${place.column}` : '');

const shorten = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

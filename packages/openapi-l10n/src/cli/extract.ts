import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { CheckOptions } from '../config.ts';
import { readSource } from '../document/read.ts';
import type { SourceFile } from '../document/source-file.ts';
import { writeWhole } from '../document/write.ts';
import { InputError } from '../errors.ts';
import { extract as extractTexts } from '../extract/extract.ts';
import { memoryText, readMemory, translationsOf } from '../extract/memory.ts';
import { readOverlay } from '../overlay/read.ts';
import { readContract } from './contract.ts';
import { type Command, need } from './options.ts';
import { readSettings } from './settings.ts';

export const extract: Command = {
  args: '<contract> --overlay <file>',
  summary: 'Create an overlay with every text of a contract, or bring one up to date.',
  about:
    'New texts are added without translation; changed ones are marked stale, the old source next to the new;\n' +
    'moved ones follow their text; removed ones are kept under x-l10n-removed. No translation is lost,\n' +
    'comments and order are kept, and a second run changes nothing.',
  options: {
    overlay: { value: 'file', help: 'The overlay to create or update.' },
    language: {
      value: 'tag',
      short: 'l',
      help: 'Language of a new overlay, such as fr; default: from its file name.',
    },
    config: { value: 'file', short: 'c', help: 'Settings file; `textFields` applies.' },
    memory: {
      value: 'file',
      help: 'Translation memory: fills missing translations, and stores new ones.',
    },
    distinct: { help: 'One action for all places with the same text.' },
    check: { help: 'Write nothing; exit with 1 when the overlay is not up to date.' },
  },
  example: 'openapi-l10n extract openapi.yaml --overlay fr.overlay.yaml --language fr',
  async run(input, io) {
    const [file = ''] = need(input.args, ['contract']);
    const overlay = input.text('overlay');
    if (!overlay) throw new InputError('The option --overlay is missing', { expected: '--overlay <file>' });
    const settings = await readSettings(input);
    const language = settings.language ?? languageOfFile(overlay);
    const contract = await readContract(file, io);
    const existing = existsSync(overlay) ? await readSource(overlay) : undefined;
    if (!existing && !language) {
      throw new InputError('The new overlay needs a language', {
        expected: '--language <tag>, such as fr',
      });
    }
    const memory = await memoryOf(input.text('memory'), contract, existing, language, settings);
    const { text, changed, counts } = extractTexts(contract, existing, {
      ...settings,
      language,
      memory: memory?.known,
      ...(input.is('distinct') ? { distinct: true } : {}),
    });
    const what = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
    if (input.is('check')) {
      io.err(`${overlay}: ${changed ? 'not up to date' : 'up to date'} (${what.join(', ')})\n`);
      return changed ? 1 : 0;
    }
    if (changed) await writeWhole(overlay, text);
    if (memory) await writeWhole(memory.file, memory.text);
    io.err(`${overlay}: ${changed ? 'written' : 'unchanged'} (${what.join(', ')})\n`);
    return 0;
  },
};

/** The language in a file name: `fr` in `l10n/fr.overlay.yaml` and in `openapi.fr.yaml`. */
export const languageOfFile = (file: string): string | undefined =>
  /^([a-z]{2,3}(?:-[A-Za-z0-9]+)?)\./.exec(basename(file))?.[1] ??
  /[._-]([a-z]{2}(?:-[A-Za-z0-9]+)?)\.\w+$/.exec(basename(file))?.[1];

/** The memory's translations into a language, and those of the overlay itself. */
async function memoryOf(
  file: string | undefined,
  contract: SourceFile,
  overlay: SourceFile | undefined,
  tag: string | undefined,
  settings: CheckOptions,
): Promise<{ file: string; known: ReadonlyMap<string, string>; text: string } | undefined> {
  if (!file) return undefined;
  const memory = existsSync(file)
    ? readMemory(await readSource(file))
    : new Map<string, ReadonlyMap<string, string>>();
  const language = tag ?? (overlay && readOverlay(overlay).language) ?? 'und';
  const own = overlay ? translationsOf(contract, overlay, settings) : new Map<string, string>();
  const known = new Map([...(memory.get(language) ?? []), ...own]);
  return { file, known, text: memoryText(memory, language, own) };
}

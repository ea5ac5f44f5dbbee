import { basename } from 'node:path';
import { readSource } from '../document/read.ts';
import { writeWhole } from '../document/write.ts';
import { InputError } from '../errors.ts';
import { exchangeFormat, exchangeFormats, formatOfFile } from '../exchange/formats.ts';
import { unitsOf } from '../exchange/units.ts';
import { readOverlay } from '../overlay/read.ts';
import { readContract } from './contract.ts';
import { type Command, need } from './options.ts';
import { readSettings } from './settings.ts';

export const exportUnits: Command = {
  args: '<contract> <overlay> --format <name>',
  summary: "Write a translation as XLIFF, PO or CSV for a translator's tool.",
  about:
    'Each text carries its translation, its state and a note on what it describes. In XLIFF, code, links and\n' +
    'placeholders are inline codes, which tools protect. "openapi-l10n import" reads the file back.',
  options: {
    format: {
      value: 'name',
      short: 'f',
      help: `${Object.entries(exchangeFormats)
        .map(([name, { summary }]) => `${name} (${summary})`)
        .join(', ')}; default: from the extension of --output.`,
    },
    output: { value: 'file', short: 'o', help: 'Output file; default: standard output.' },
    'source-language': { value: 'tag', help: 'Language of the contract; default: en.' },
    'only-open': { help: 'Only export texts that are missing or need review.' },
    config: { value: 'file', short: 'c', help: 'Settings file; `textFields` applies.' },
  },
  example: 'openapi-l10n export openapi.yaml fr.overlay.yaml --output fr.xlf',
  async run(input, io) {
    const [file = '', overlayFile = ''] = need(input.args, ['contract', 'overlay']);
    const output = input.text('output');
    const name = input.text('format');
    const format = name ? exchangeFormat(name) : output && formatOfFile(output);
    if (!format) {
      throw new InputError('Unknown format', {
        expected: `--format with one of ${Object.keys(exchangeFormats).join(', ')}`,
      });
    }
    const settings = await readSettings(input);
    const contract = await readContract(file, io);
    const overlay = await readSource(overlayFile);
    const language = settings.language ?? readOverlay(overlay).language;
    if (!language) {
      throw new InputError('The overlay does not say its language', {
        place: overlay.locate([]),
        expected: 'x-l10n-language in the overlay',
      });
    }
    const all = unitsOf(contract, overlay, settings);
    const units = input.is('only-open') ? all.filter(({ state }) => state !== 'translated') : all;
    const text = format.write({
      original: basename(file),
      sourceLanguage: input.text('source-language') ?? 'en',
      targetLanguage: language,
      units,
    });
    if (!output) io.out(text);
    else {
      await writeWhole(output, text);
      io.err(`${output}: ${units.length} texts written as ${format.summary}\n`);
    }
    return 0;
  },
};

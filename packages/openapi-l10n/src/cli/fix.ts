import { readSource } from '../document/read.ts';
import { writeWhole } from '../document/write.ts';
import { fix as fixOverlay } from '../fix.ts';
import { need } from './files.ts';
import type { Command } from './options.ts';
import { checkOptions, readSettings } from './settings.ts';

export const fix: Command = {
  args: '<contract> <overlay>…',
  summary: 'Fix the typography of the language wherever that is mechanical.',
  about: 'Writes no-break spaces and apostrophes where the language wants them. Code is never touched.',
  options: checkOptions,
  example: 'openapi-l10n fix openapi.yaml fr.overlay.yaml',
  async run(input, io) {
    const [file = '', ...overlays] = need(input.args, ['contract', 'overlay'], true);
    const settings = await readSettings(input);
    const contract = await readSource(file);
    for (const name of overlays) {
      const { text, fixed } = fixOverlay(contract, await readSource(name), settings);
      if (fixed > 0) await writeWhole(name, text);
      io.err(`${name}: fixed ${fixed === 1 ? '1 text' : `${fixed} texts`}\n`);
    }
    return 0;
  },
};

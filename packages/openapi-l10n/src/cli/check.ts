import { check as checkOverlay } from '../check.ts';
import { readSource } from '../document/read.ts';
import { formatNames, formatter } from '../format/index.ts';
import { need } from './files.ts';
import type { Command } from './options.ts';
import { checkOptions, readSettings } from './settings.ts';

/** The option that chooses how findings are printed. */
export const formatOption = {
  format: { value: formatNames.join('|'), short: 'f', help: 'How findings are printed; pretty by default.' },
} as const;

export const check: Command = {
  args: '<contract> <overlay>…',
  summary: 'Check that overlays change words and nothing else.',
  about: 'Runs the rules over each overlay and prints what they find. Exits with 1 when there is an error.',
  options: { ...formatOption, ...checkOptions },
  example: 'openapi-l10n check openapi.yaml fr.overlay.yaml --glossary glossary.fr.yaml',
  async run(input, io) {
    const format = formatter(input.text('format'));
    const [file = '', ...overlays] = need(input.args, ['contract', 'overlay'], true);
    const settings = await readSettings(input);
    const contract = await readSource(file);
    const sources = [contract];
    for (const name of overlays) sources.push(await readSource(name));
    const findings = sources.slice(1).flatMap((overlay) => checkOverlay(contract, overlay, settings));
    io.out(format(findings, new Map(sources.map((source) => [source.file, source.lines])), io.colour));
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

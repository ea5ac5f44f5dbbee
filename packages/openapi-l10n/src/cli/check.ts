import { check as checkOverlay } from '../check.ts';
import { readSource } from '../document/read.ts';
import { formatter } from '../format/index.ts';
import { readContract } from './contract.ts';
import { type Command, type Input, type Io, need } from './options.ts';
import { report, reportOptions } from './report.ts';
import { checkOptions, readSettings } from './settings.ts';
import { watchFiles } from './watch.ts';

export const check: Command = {
  args: '<contract> <overlay>…',
  summary: 'Check that overlays change words and nothing else.',
  about: 'Runs the rules over each overlay and prints what they find. Exits with 1 when there is an error.',
  options: {
    ...reportOptions,
    ...checkOptions,
    watch: { short: 'w', help: 'Check again whenever one of the files changes.' },
  },
  example: 'openapi-l10n check openapi.yaml fr.overlay.yaml --glossary glossary.fr.yaml',
  async run(input, io) {
    const files = need(input.args, ['contract', 'overlay'], true);
    formatter(input.text('format')); // before any work is done
    if (!input.is('watch')) return checkOnce(files, input, io);
    return watchFiles(files, () => checkOnce(files, input, io), io);
  },
};

async function checkOnce([file = '', ...overlays]: readonly string[], input: Input, io: Io): Promise<number> {
  const settings = await readSettings(input);
  const contract = await readContract(file, io);
  const sources = [contract];
  for (const name of overlays) sources.push(await readSource(name));
  const findings = sources.slice(1).flatMap((overlay, index) => {
    io.progress?.(`Checking ${overlay.file} (${index + 1} of ${overlays.length})`);
    return checkOverlay(contract, overlay, settings);
  });
  io.progress?.('');
  return report(findings, new Map(sources.map((source) => [source.file, source.lines])), input, io);
}

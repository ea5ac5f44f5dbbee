import { check } from '../check.ts';
import { parseSource, readSource } from '../document/read.ts';
import { writeWhole } from '../document/write.ts';
import { InputError } from '../errors.ts';
import { fillOverlay } from '../exchange/fill.ts';
import { machineTranslate } from '../exchange/translate.ts';
import { unitsOf } from '../exchange/units.ts';
import { readOverlay } from '../overlay/read.ts';
import { readContract } from './contract.ts';
import { type Command, need } from './options.ts';
import { checkOptions, readSettings } from './settings.ts';

export const translate: Command = {
  args: '<contract> <overlay> --with <command>',
  summary: 'Translate missing texts with your own command.',
  about:
    'The command reads one JSON object per line on standard input, with code, links and placeholders replaced by\n' +
    '<x id="1"/>, and prints one per line: {"id": "…", "text": "…"}. Each translation is checked; those with errors are\n' +
    'rejected and listed. New ones are marked x-l10n-review: machine. Existing translations are never overwritten.',
  options: {
    ...checkOptions,
    with: { value: 'command', help: 'The command; it runs in a shell.' },
    'source-language': { value: 'tag', help: 'Language of the contract; default: en.' },
  },
  example: 'openapi-l10n translate openapi.yaml fr.overlay.yaml --with "node my-translator.js"',
  async run(input, io) {
    const [file = '', overlayFile = ''] = need(input.args, ['contract', 'overlay']);
    const command = input.text('with');
    if (!command) throw new InputError('The option --with is missing', { expected: '--with <command>' });
    const settings = await readSettings(input);
    const contract = await readContract(file, io);
    const overlay = await readSource(overlayFile);
    const target = settings.language ?? readOverlay(overlay).language;
    if (!target) {
      throw new InputError('The overlay does not say its language', {
        place: overlay.locate([]),
        expected: 'x-l10n-language in the overlay, or --language <tag>',
      });
    }
    const missing = unitsOf(contract, overlay, settings).filter(({ state }) => state === 'missing');
    if (missing.length === 0) {
      io.err(`${overlayFile}: nothing to translate\n`);
      return 0;
    }
    const source = input.text('source-language') ?? 'en';
    const { fills, rejected } = await machineTranslate(
      missing,
      command,
      { source, target },
      (answered, asked) => io.progress?.(`Translated ${answered} of ${asked}`),
    );
    io.progress?.('');
    const options = { ...settings, file: overlayFile };
    const draft = fillOverlay(contract, overlay, fills, [], options);
    for (const finding of check(contract, parseSource(draft.text, overlayFile), settings)) {
      if (finding.severity !== 'error' || !fills.delete(finding.pointer)) continue;
      rejected.push({ id: finding.pointer, reason: `${finding.rule}: ${finding.message}` });
    }
    const { text, changed } = fillOverlay(contract, overlay, fills, [], options);
    if (changed) await writeWhole(overlayFile, text);
    io.err(`${overlayFile}: ${fills.size} translated, ${rejected.length} rejected\n`);
    for (const { id, reason } of rejected) io.err(`  ${id}: ${reason}\n`);
    return rejected.length > 0 ? 1 : 0;
  },
};

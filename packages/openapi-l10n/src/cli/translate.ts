import { check } from '../check.ts';
import { parseSource, readSource } from '../document/read.ts';
import { writeWhole } from '../document/write.ts';
import { InputError } from '../errors.ts';
import { fillOverlay } from '../exchange/fill.ts';
import { machineTranslate } from '../exchange/translate.ts';
import { unitsOf } from '../exchange/units.ts';
import { readOverlay } from '../overlay/read.ts';
import { type Command, need } from './options.ts';
import { checkOptions, readSettings } from './settings.ts';

export const translate: Command = {
  args: '<contract> <overlay> --with <command>',
  summary: 'Have a command of yours translate what is missing.',
  about:
    'The command gets one JSON object a line on standard input, with code, links and placeholders replaced by\n' +
    '<x id="1"/>, and answers one a line: {"id": "…", "text": "…"}. Each answer is checked; one with an error is left\n' +
    'out and listed. What is taken is marked x-l10n-review: machine. Existing translations are never overwritten.',
  options: {
    ...checkOptions,
    with: { value: 'command', help: 'The command; it runs in a shell.' },
    'source-language': { value: 'tag', help: 'Language of the contract; by default en.' },
  },
  example: 'openapi-l10n translate openapi.yaml fr.overlay.yaml --with "node my-translator.js"',
  async run(input, io) {
    const [file = '', overlayFile = ''] = need(input.args, ['contract', 'overlay']);
    const command = input.text('with');
    if (!command) throw new InputError('The option --with is missing', { expected: '--with <command>' });
    const settings = await readSettings(input);
    const contract = await readSource(file);
    const overlay = await readSource(overlayFile);
    const target = settings.language ?? readOverlay(overlay).language;
    if (!target) {
      throw new InputError('The language of the overlay is not known', {
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
    const { fills, rejected } = await machineTranslate(missing, command, { source, target });
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

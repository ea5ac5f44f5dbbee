import { readSource, readText } from '../document/read.ts';
import { writeWhole } from '../document/write.ts';
import { InputError } from '../errors.ts';
import { fix as fixOverlay, fixText } from '../fix.ts';
import { readContract } from './contract.ts';
import { type Command, type Input, type Io, need } from './options.ts';
import { checkOptions, readSettings } from './settings.ts';

const PAGE = /\.(?:md|mdx|markdown)$/i;

export const fix: Command = {
  args: '<contract> <overlay>… | <source.md> <translation.md>',
  summary: 'Fix the typography of a translation where that is mechanical.',
  about:
    'Writes the no-break spaces and apostrophes of the language, in overlays or in a page. Code is never\n' +
    'touched.',
  options: checkOptions,
  example: 'openapi-l10n fix openapi.yaml fr.overlay.yaml',
  async run(input, io) {
    if (PAGE.test(input.args[0] ?? '')) return fixPage(input, io);
    const [file = '', ...overlays] = need(input.args, ['contract', 'overlay'], true);
    const settings = await readSettings(input);
    const contract = await readContract(file, io);
    for (const name of overlays) {
      const { text, fixed } = fixOverlay(contract, await readSource(name), settings);
      if (fixed > 0) await writeWhole(name, text);
      io.err(`${name}: fixed ${fixed === 1 ? '1 text' : `${fixed} texts`}\n`);
    }
    return 0;
  },
};

async function fixPage(input: Input, io: Io): Promise<number> {
  const [sourceFile = '', file = ''] = need(input.args, ['source.md', 'translation.md']);
  const { language } = await readSettings(input);
  if (!language) {
    throw new InputError('The page needs a language', {
      expected: '--language <tag>, such as fr',
    });
  }
  const source = await readText(sourceFile, 'a Markdown file');
  const page = await readText(file, 'a Markdown file');
  const fixed = fixText(page, language, source);
  if (fixed !== page) await writeWhole(file, fixed);
  io.err(`${file}: ${fixed === page ? 'nothing to fix' : 'fixed'}\n`);
  return 0;
}

import { checkMarkdown as checkPages } from '../check-markdown.ts';
import { Lines } from '../document/lines.ts';
import { readText } from '../document/read.ts';
import { formatter } from '../format/index.ts';
import { formatOption } from './check.ts';
import { need } from './files.ts';
import type { Command } from './options.ts';
import { checkOptions, readSettings } from './settings.ts';

export const checkMarkdown: Command = {
  args: '<source.md> <translation.md>',
  summary: 'Check a translated Markdown page against its source.',
  about: 'Runs the rules of texts over a pair of pages. Exits with 1 when there is an error.',
  options: { ...formatOption, ...checkOptions },
  example: 'openapi-l10n check-markdown guide.en.md guide.fr.md --language fr',
  async run(input, io) {
    const format = formatter(input.text('format'));
    const [sourceFile = '', translationFile = ''] = need(input.args, ['source.md', 'translation.md']);
    const settings = await readSettings(input);
    const [source, translation] = [await read(sourceFile), await read(translationFile)];
    const findings = checkPages(source, translation, { ...settings, sourceFile, translationFile });
    const files = new Map([
      [sourceFile, new Lines(source)],
      [translationFile, new Lines(translation)],
    ]);
    io.out(format(findings, files, io.colour));
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

async function read(file: string): Promise<string> {
  return (await readText(file, 'a Markdown file')).replace(/^\uFEFF/, '');
}

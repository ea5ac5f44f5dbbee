import { checkMarkdown as checkPages } from '../check-markdown.ts';
import { Lines } from '../document/lines.ts';
import { readText } from '../document/read.ts';
import { InputError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { type Command, type Input, need } from './options.ts';
import { type Pages, pairPages } from './pages.ts';
import { report, reportOptions } from './report.ts';
import { checkOptions, readSettings } from './settings.ts';

export const checkMarkdown: Command = {
  args: '<source.md> <translation.md> | --source <folder> --target <folder>',
  summary: 'Check translated Markdown pages against their sources.',
  about:
    'Runs the rules of texts over a pair of pages, or over all pages of two folders, paired by path. In folders, pages\n' +
    'that are missing, left over, or older than the last commit of their source are listed. Exits with 1 when there is\n' +
    'an error.',
  options: {
    ...reportOptions,
    ...checkOptions,
    source: { value: 'folder', help: 'Folder of the pages in the source language.' },
    target: { value: 'folder', help: 'Folder of their translations.' },
  },
  example: 'openapi-l10n check-markdown --source docs/en --target docs/fr --language fr',
  async run(input, io) {
    const settings = await readSettings(input);
    const { pairs, findings } = await pagesFrom(input);
    const files = new Map<string, Lines>();
    const all: Finding[] = [...findings];
    for (const [index, { source: sourceFile, translation: translationFile }] of pairs.entries()) {
      io.progress?.(`Checking page ${index + 1} of ${pairs.length}`);
      const [source, translation] = [await read(sourceFile), await read(translationFile)];
      const found = checkPages(source, translation, { ...settings, sourceFile, translationFile });
      if (found.length === 0) continue;
      all.push(...found);
      files.set(sourceFile, new Lines(source)).set(translationFile, new Lines(translation));
    }
    io.progress?.('');
    return report(all, files, input, io);
  },
};

/** The pair named by the arguments, or the pairs of the two folders. */
async function pagesFrom(input: Input): Promise<Pages> {
  const [from, to] = [input.text('source'), input.text('target')];
  if (from === undefined && to === undefined) {
    const [source = '', translation = ''] = need(input.args, ['source.md', 'translation.md']);
    return { pairs: [{ source, translation }], findings: [] };
  }
  if (from === undefined || to === undefined || input.args.length > 0) {
    throw new InputError('--source and --target must be used together', {
      expected: '--source <folder> --target <folder>, and no further argument',
    });
  }
  return pairPages(from, to);
}

async function read(file: string): Promise<string> {
  return (await readText(file, 'a Markdown file')).replace(/^\uFEFF/, '');
}

import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { TextlintKernel, type TextlintPluginCreator, type TextlintRuleModule } from '@textlint/kernel';
import { proseOf } from './prose.ts';
import { fragmentsIn } from './titles.ts';

/** A word that the project does not use, or a title of a test without a subject. */
export interface ProseFinding {
  file: string;
  line: number;
  column: number;
  /** The word found and its replacement, separated by an arrow. */
  message: string;
}

// CommonJS packages, whose default export Node.js and test runners find in different places when it is imported.
const require = createRequire(import.meta.url);
const load = <Module>(name: string): Module => (require(name) as { default: Module }).default; // as each documents it
const markdown = load<TextlintPluginCreator>('@textlint/textlint-plugin-markdown');
const plainText = load<TextlintPluginCreator>('@textlint/textlint-plugin-text');
const prh = load<TextlintRuleModule>('textlint-rule-prh');

const kernel = new TextlintKernel();
const list = join(import.meta.dirname, 'words.yml');

/** Lints the prose of one file with the project's list of words, and the titles of its tests. */
export async function lintProse(file: string, text: string): Promise<ProseFinding[]> {
  const prose = proseOf(file, text);
  if (prose === undefined) return [];
  const ext = extname(file) === '.md' ? '.md' : '.txt';
  const { messages } = await kernel.lintText(prose, {
    filePath: file,
    ext,
    plugins: [
      { pluginId: 'markdown', plugin: markdown },
      { pluginId: 'text', plugin: plainText },
    ],
    rules: [
      {
        ruleId: 'prh',
        rule: prh,
        options: { rulePaths: [list], checkLink: true, checkBlockQuote: true, checkEmphasis: true },
      },
    ],
  });
  const words = messages.map(({ loc, message }) => ({
    file,
    line: loc.start.line,
    column: loc.start.column,
    message: message.split('\n')[0] ?? message,
  }));
  return [...words, ...titles(file, text)];
}

/** The titles of tests that need a subject. */
function titles(file: string, text: string): ProseFinding[] {
  if (!/\.(?:test|spec)\.[jt]s$/.test(file)) return [];
  return fragmentsIn(file, text).map(({ title, offset }) => {
    const before = text.slice(0, offset).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    return { file, line: before.length, column, message: `${title} => a title with a subject` };
  });
}

/**
 * What the rules find in pairs of files that somebody else wrote:
 *
 *     node bench/wild.ts <folder> [--rule number] [--language ja] [--pages|--contracts]
 *
 * The folder contains `<name>.en.<ext>` next to `<name>.<tag>.<ext>`, contracts as JSON or YAML and pages as Markdown. Every
 * finding is printed with both sides, to be judged by a person; then the number of findings by rule and language.
 */
import { parseArgs } from 'node:util';
import { checkMarkdown, type Finding } from '../src/index.ts';
import { pairsIn, type TextPair } from './pairs.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rule: { type: 'string' },
    language: { type: 'string' },
    pages: { type: 'boolean' },
    contracts: { type: 'boolean' },
    quiet: { type: 'boolean' },
  },
});
const counts = new Map<string, number>();

for (const pair of pairsIn(positionals[0] ?? '.', values.language)) {
  if ((values.pages && !pair.isPage) || (values.contracts && pair.isPage)) continue;
  const { source, translation, language } = pair;
  for (const found of checkMarkdown(source, translation, {
    language,
    kind: pair.isPage ? 'page' : 'contract',
    sourceFile: 'source',
    translationFile: 'translation',
  }))
    report(pair, found);
}
console.table([...counts].map(([key, count]) => ({ key, count })));

function report({ file, language, isPage, source, translation, at }: TextPair, found: Finding): void {
  if (values.rule && found.rule !== values.rule) return;
  const key = `${isPage ? 'pages' : 'contracts'} ${language} ${found.severity} ${found.rule}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
  if (values.quiet) return;
  const line = (text: string, number = 1) => text.split('\n')[number - 1]?.slice(0, 220) ?? '';
  console.log(`${file} ${at} ${found.place.line}:${found.place.column} ${found.severity} ${found.rule}`);
  console.log(`   ${found.message}`);
  console.log(`   < ${found.source?.line}: ${line(source, found.source?.line)}`);
  console.log(`   > ${found.place.line}: ${line(translation, found.place.line)}`);
}

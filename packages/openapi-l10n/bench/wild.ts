/**
 * What the rules find in pairs of files that somebody else wrote:
 *
 *     node bench/wild.ts <folder> [--rule number] [--language ja] [--pages|--contracts]
 *
 * The folder contains `<name>.en.<ext>` next to `<name>.<tag>.<ext>`, contracts as JSON or YAML and pages as Markdown. Every
 * finding is printed with both sides, to be judged by a person; then the number of findings by rule and language.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkMarkdown, type Finding, parseSource, texts } from '../src/index.ts';
import { isObject, toPointer } from '../src/json.ts';

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

for (const file of listed(positionals[0] ?? '.')) {
  const [, stem, tag = '', ext = ''] = /^(.*)\.([A-Za-z-]+)\.(json|ya?ml|mdx?)$/.exec(file) ?? [];
  if (!stem || tag === 'en' || (values.language && tag !== values.language)) continue;
  const isPage = ext.startsWith('md');
  if ((values.pages && !isPage) || (values.contracts && isPage)) continue;
  const source = readFileSync(`${stem}.en.${ext}`, 'utf8');
  const translation = readFileSync(file, 'utf8');
  for (const pair of isPage ? [{ source, translation, at: '' }] : pairsOf(source, translation, file))
    for (const found of checkMarkdown(pair.source, pair.translation, {
      language: tag,
      sourceFile: 'source',
      translationFile: 'translation',
    }))
      report(file, tag, pair, found);
}
console.table([...counts].map(([key, count]) => ({ key, count })));

function* listed(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* listed(path);
    else yield path;
  }
}

interface TextPair {
  source: string;
  translation: string;
  at: string;
}

function pairsOf(source: string, translation: string, file: string): TextPair[] {
  const [from, to] = [source, translation].map((text) => {
    const { value } = parseSource(text, file);
    return new Map(
      isObject(value)
        ? texts(value).map((found) => [toPointer([...found.parent, found.key]), found.value])
        : [],
    );
  });
  const pairs = new Map<string, TextPair>();
  for (const [at, text] of from ?? []) {
    const own = to?.get(at);
    if (own !== undefined) pairs.set(`${text}\0${own}`, { source: text, translation: own, at });
  }
  return [...pairs.values()];
}

function report(file: string, tag: string, { source, translation, at }: TextPair, found: Finding): void {
  if (values.rule && found.rule !== values.rule) return;
  const key = `${file.endsWith('.md') || file.endsWith('.mdx') ? 'pages' : 'contracts'} ${tag} ${found.severity} ${found.rule}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
  if (values.quiet) return;
  const line = (text: string, number = 1) => text.split('\n')[number - 1]?.slice(0, 220) ?? '';
  console.log(`${file} ${at} ${found.place.line}:${found.place.column} ${found.severity} ${found.rule}`);
  console.log(`   ${found.message}`);
  console.log(`   < ${found.source?.line}: ${line(source, found.source?.line)}`);
  console.log(`   > ${found.place.line}: ${line(translation, found.place.line)}`);
}

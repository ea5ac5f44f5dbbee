/**
 * Writes the held-out pairs of public pages (`held-aside/public.yaml`) into a folder for `bench/recall.ts`
 * and `bench/wild.ts`:
 *
 *     node bench/public-pairs.ts <folder of clones> <folder to write>
 *
 * The clones are named `<owner>+<name>`. Of the pages of a language every second one is taken, in the order of their hash,
 * so that the choice is the same on every machine.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Source {
  repository: string;
  source: string;
  translations: Record<string, string>;
}

const [clones = '.', target = 'pairs'] = process.argv.slice(2);
const sources = parse(readFileSync(join(import.meta.dirname, 'held-aside/public.yaml'), 'utf8')) as Source[]; // our own file
const MOST = 20;
const hash = (text: string) => createHash('sha1').update(text).digest('hex');

mkdirSync(target, { recursive: true });
for (const { repository, source, translations } of sources) {
  const name = repository.replace('/', '+');
  const clone = [join(clones, name, 'repo'), join(clones, name)].find((path) => existsSync(path));
  if (!clone) {
    console.error(`${repository} is not cloned in ${clones}`);
    continue;
  }
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', clone, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const files = new Set(git('ls-tree', '-r', '--name-only', 'HEAD').split('\n'));
  for (const [language, folder] of Object.entries(translations)) {
    const pages = [...files]
      .filter((file) => file.startsWith(folder) && /\.mdx?$/.test(file))
      .map((file) => ({ file, original: source + file.slice(folder.length) }))
      .filter(({ original }) => files.has(original))
      .toSorted((a, b) => (hash(a.file) < hash(b.file) ? -1 : 1))
      .filter((_, index) => index % 2 === 1)
      .slice(0, MOST);
    for (const [index, { file, original }] of pages.entries()) {
      const stem = join(target, `${name}-${language}-${index}`);
      writeFileSync(`${stem}.en.md`, git('show', `HEAD:${original}`));
      writeFileSync(`${stem}.${language}.md`, git('show', `HEAD:${file}`));
    }
    console.log(`${repository} ${language}: ${pages.length} pages`);
  }
}

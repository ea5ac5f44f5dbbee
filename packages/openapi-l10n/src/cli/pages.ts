import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileReason } from '../document/file-errors.ts';
import { InputError } from '../errors.ts';
import type { Finding } from '../finding.ts';

/** Two folders of Markdown pages, paired by path. */
export interface Pages {
  pairs: { source: string; translation: string }[];
  /** Pages without a counterpart, and pages older than their source. */
  findings: Finding[];
}

/**
 * Pairs the pages of a folder with those of its translation.
 *
 * A page is stale when its source was committed after it. Outside a Git repository, no page is stale.
 *
 * @throws {InputError} when one of the folders cannot be read
 */
export async function pairPages(source: string, target: string): Promise<Pages> {
  const [originals, translations] = [await pagesOf(source), await pagesOf(target)];
  const pages: Pages = { pairs: [], findings: [] };
  const commits = lastCommits([source, target]);
  for (const name of originals) {
    const [original, translation] = [join(source, name), join(target, name)];
    if (!translations.has(name)) {
      pages.findings.push(
        pageFinding('missing', original, `The page ${translation} is missing`, 'Translate the page.'),
      );
      continue;
    }
    pages.pairs.push({ source: original, translation });
    const [changed, translated] = [original, translation].map((file) => commits.get(resolve(file)));
    if (changed !== undefined && translated !== undefined && changed > translated) {
      pages.findings.push(
        pageFinding(
          'stale',
          translation,
          `${original} has changed since this translation`,
          'Compare both pages, bring the translation up to date, and commit it.',
        ),
      );
    }
  }
  for (const name of translations) {
    if (originals.has(name)) continue;
    pages.findings.push(
      pageFinding(
        'orphan',
        join(target, name),
        `The page ${join(source, name)} does not exist`,
        'Remove or rename the translation.',
      ),
    );
  }
  return pages;
}

async function pagesOf(folder: string): Promise<Set<string>> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return new Set(
      entries
        .filter((entry) => entry.isFile() && /\.mdx?$/i.test(entry.name))
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
        .toSorted(),
    );
  } catch (cause) {
    throw new InputError(`Cannot read the folder ${folder}: ${fileReason(cause)}`, {
      expected: 'a folder of Markdown pages',
      cause,
    });
  }
}

const pageFinding = (
  rule: 'missing' | 'stale' | 'orphan',
  file: string,
  message: string,
  help: string,
): Finding => ({
  rule,
  severity: 'warn',
  message,
  help,
  place: { file, line: 1, column: 1 },
  length: 1,
  pointer: '',
});

/** When each file was last committed, in seconds; empty outside of a Git repository. */
function lastCommits(folders: readonly string[]): Map<string, number> {
  const commits = new Map<string, number>();
  if (!folders.every((folder) => existsSync(folder))) return commits;
  let root: string;
  let log: string;
  try {
    const git = (...args: string[]) =>
      execFileSync('git', args, {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: 2 ** 30,
      });
    root = git('rev-parse', '--show-toplevel').trim();
    log = git('-c', 'core.quotePath=false', 'log', '--format=@%ct', '--name-only', '--', ...folders);
  } catch {
    return commits;
  }
  let time = 0;
  for (const line of log.split('\n')) {
    if (line.startsWith('@')) time = Number(line.slice(1));
    else if (line !== '' && !commits.has(resolve(root, line))) commits.set(resolve(root, line), time);
  }
  return commits;
}

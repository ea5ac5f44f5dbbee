/**
 * Compares the gate with a person: `node bench/histories.ts [repository …]` rates edits of public contracts, and compares
 * each rating with the verdict in histories.csv, given by a person who saw the edit but not the rating.
 *
 * The repositories are cloned into reports/histories/ when they are not there. Exit code 1 when an edit is rated lower
 * than by the person, or when less than 98 % are rated the same.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { atLeast, BUMPS, type Bump } from '../src/bump.ts';
import { refersToFiles } from '../src/rate/document.ts';
import { rate } from '../src/rate/rate.ts';

const CLONES = process.env['HISTORIES'] ?? join(import.meta.dirname, '../reports/histories');

/** An edit of a public contract, and the verdict of a person. */
interface Judged {
  readonly repository: string;
  readonly commit: string;
  readonly file: string;
  readonly verdict: Bump;
  readonly change: string;
}

const [, ...lines] = readFileSync(join(import.meta.dirname, 'histories.csv'), 'utf8')
  .trim()
  .split('\n');
const edits = lines.map((line): Judged => {
  const [repository = '', commit = '', file = '', word, ...rest] = line.split(',');
  const verdict = BUMPS.find((bump) => bump === word);
  if (verdict === undefined) throw new Error(`histories.csv: "${word}" is not a bump: ${line}`);
  return { repository, commit, file, verdict, change: rest.join(',') };
});

const chosen = process.argv.slice(2);
const outcomes = edits
  .filter(({ repository }) => chosen.length === 0 || chosen.includes(repository))
  .map((edit) => ({ ...edit, rating: rated(edit) }));
for (const { repository, commit, verdict, rating, change } of outcomes)
  if (verdict !== rating)
    console.log(`${repository} ${commit.slice(0, 9)}: person ${verdict}, gate ${rating}: ${change}`);
const same = outcomes.filter(({ verdict, rating }) => verdict === rating).length;
const lower = outcomes.filter(({ verdict, rating }) => !atLeast(rating, verdict)).length;
console.log(
  `${outcomes.length} edits of ${new Set(outcomes.map(({ repository }) => repository)).size} contracts: ` +
    `${same} rated as by the person, ${outcomes.length - same - lower} higher, ${lower} lower`,
);
process.exitCode = lower === 0 && same >= outcomes.length * 0.98 ? 0 : 1;

function rated({ repository, commit, file }: Judged): Bump {
  const folder = mkdtempSync(join(tmpdir(), 'histories-'));
  try {
    const [before, after] = [`${commit}^`, commit].map((version, side) => {
      const root = join(folder, String(side));
      const text = git(repository, 'show', `${version}:${file}`);
      write(join(root, file), text);
      if (refersToFiles(text.toString()))
        execFileSync('tar', ['-x', '-C', root], {
          input: git(repository, 'archive', version, dirname(file)),
        });
      return join(root, file);
    });
    return rate(before ?? '', after ?? '').bump;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(path: string, text: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function git(repository: string, ...argv: string[]): Buffer {
  const clone = join(CLONES, repository.replace('/', '+'));
  if (!existsSync(clone))
    execFileSync('git', ['clone', '--quiet', '--bare', `https://github.com/${repository}`, clone], {
      stdio: 'inherit',
    });
  return execFileSync('git', argv, { cwd: clone, maxBuffer: 2 ** 28 });
}

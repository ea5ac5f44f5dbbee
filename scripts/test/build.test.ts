import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
let copy: string;

/** A copy of the sources in another folder, with nothing generated and no cache. */
beforeAll(() => {
  copy = realpathSync(mkdtempSync(join(tmpdir(), 'session-series-')));
  const sources = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  const files = sources.split('\0').filter((file) => file && existsSync(join(root, file)));
  for (const file of files) cpSync(join(root, file), join(copy, file));
  execFileSync('pnpm', ['install', '--offline', '--frozen-lockfile'], { cwd: copy });
  // Turborepo hashes what git knows.
  const git = (...args: string[]) => execFileSync('git', args, { cwd: copy });
  git('init', '--quiet');
  git('add', '--all');
  git('-c', 'user.name=test', '-c', 'user.email=test@localhost', 'commit', '--quiet', '--message=Copy');
}, 120_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function turbo(...args: string[]): string {
  return execFileSync('turbo', ['run', ...args, '--cache-dir=.turbo/cache'], { cwd: copy, encoding: 'utf8' });
}

/** The tasks of the build that would run now, the others being restored from the cache. */
function tasksToRun(): string[] {
  const { tasks } = JSON.parse(turbo('build', '--dry=json'));
  return tasks
    .filter(({ command, cache }: { command: string; cache: { status: string } }) => {
      return command !== '<NONEXISTENT>' && cache.status === 'MISS';
    })
    .map(({ taskId }: { taskId: string }) => taskId);
}

function digests(folder: string): Record<string, string> {
  const files = globSync('{openapi,packages/*,apps/*}/{dist,generated,src/generated}/**', { cwd: folder });
  return Object.fromEntries(
    files
      .filter((file) => statSync(join(folder, file)).isFile())
      .toSorted()
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex'),
      ]),
  );
}

const contract = 'openapi/openapi.yaml';
const overlay = 'openapi/l10n/fr.overlay.yaml';

describe('the build', { timeout: 400_000 }, () => {
  test('gives the same bytes from nothing, in another folder', () => {
    const here = digests(root);
    turbo('build');
    expect(digests(copy)).toEqual(here);
    expect(Object.keys(here).length).toBeGreaterThan(20);
  });

  test('has nothing to do when nothing has changed', () => {
    expect(tasksToRun()).toEqual([]);
  });

  test('touches the docs and nothing of client and mock when a French sentence changes', () => {
    const path = join(copy, overlay);
    const before = readFileSync(path);
    appendFileSync(path, '\n# Un commentaire de plus.\n');
    const tasks = tasksToRun();
    writeFileSync(path, before);
    expect(tasks).toContain('@session-series/docs#build');
    expect(tasks.filter((task) => /\/(client|mock)#/.test(task))).toEqual([]);
  });

  test.for([
    [
      'a syntax error in the contract',
      contract,
      (text: string) => `${text}  oops: [`,
      /openapi\.yaml\W+\d+:\d+/,
    ],
    ['an overlay that is no YAML', overlay, () => 'actions: [', /fr\.overlay\.yaml:\d+/],
    [
      'a target that matches nothing',
      overlay,
      (text: string) => text.replace('target: $.info\n', 'target: $.infos\n'),
      /fr\.overlay\.yaml:\d+:\d+[\s\S]*orphan/,
    ],
    [
      'a text without French',
      overlay,
      (text: string) => text.replace(/^ {6}summary: .*\n/m, ''),
      /yaml:\d+:\d+[\s\S]*missing/,
    ],
  ] as const)('stops at %s, with the file, the line and the reason', ([_, file, spoil, words]) => {
    const path = join(copy, file);
    const before = readFileSync(path, 'utf8');
    writeFileSync(path, spoil(before));
    expect(readFileSync(path, 'utf8')).not.toBe(before);
    let printed = '';
    try {
      turbo('build');
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }; // what execFileSync throws
      printed = stdout + stderr;
    }
    writeFileSync(path, before);
    expect(printed).toMatch(words);
    expect(printed).not.toMatch(/^.*:docs:build:.*$/m);
  });
});

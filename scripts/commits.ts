/**
 * Checks that the commit subjects of this branch are conventional, from its base on: the first argument, else `origin/main`,
 * else `main`.
 * Exit codes: 0 all are conventional, or the base is not in this clone; 1 at least one is not.
 */
import { spawnSync } from 'node:child_process';

const [base] = process.argv.slice(2);

function mergeBase(ref: string): string | undefined {
  const { status, stdout } = spawnSync('git', ['merge-base', ref, 'HEAD'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

const from = (base === undefined ? ['origin/main', 'main'] : [base]).map(mergeBase).find(Boolean);

if (from !== undefined) {
  const { status } = spawnSync('commitlint', ['--from', from, '--to', 'HEAD'], { stdio: 'inherit' });
  process.exitCode = status === 0 ? 0 : 1;
} else if (base !== undefined) {
  console.error(`${base} is not a commit of this clone. Fetch it first, or name another base.`);
  process.exitCode = 1;
} else {
  console.log('Commit subjects were not checked: this clone has neither origin/main nor main.');
}

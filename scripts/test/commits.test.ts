import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const commitlint = (message: string) =>
  spawnSync(join(root, 'node_modules/.bin/commitlint'), { cwd: root, input: message, encoding: 'utf8' });

test.each([
  'feat(client): retry a 429 after the reset that the server names',
  'refactor(l10n)!: rename the suppression keyword',
  'docs: describe the layout of the repository',
])('the lint accepts the commit subject "%s"', (subject) => {
  const { status, stdout } = commitlint(subject);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});

test.each([
  ['Retry a 429', 'type-empty'],
  ['feature(client): retry a 429', 'type-enum'],
  ['feat(kitchen): retry a 429', 'scope-enum'],
  ['feat(client):', 'subject-empty'],
])('the lint rejects the commit subject "%s" and names the rule %s', (subject, rule) => {
  const { status, stdout } = commitlint(subject);
  expect(status).toBe(1);
  expect(stdout).toContain(rule);
});

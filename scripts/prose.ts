import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintProse } from './prose/lint.ts';

/** Third-party data, and files written by tools. */
const NOT_OURS =
  /(?:^|\/)(?:CHANGELOG\.md|pnpm-lock\.yaml|words\.yml|prose\.test\.ts)$|(?:^|\/)test\/error-messages\/|\/test\/(?:corpus|compliance|cases)\//;

const root = join(import.meta.dirname, '..');
const files = execFileSync('git', ['ls-files', '-z', ...process.argv.slice(2)], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file !== '' && !NOT_OURS.test(file));

let found = 0;
for (const file of files) {
  for (const { line, column, message } of await lintProse(file, readFileSync(join(root, file), 'utf8'))) {
    found++;
    process.stdout.write(`${file}:${line}:${column}: ${message}\n`);
  }
}
process.stdout.write(
  found === 0
    ? `Prose: ${files.length} files checked, nothing found.\n`
    : `Prose: ${found} words to replace. The list is scripts/prose/words.yml.\n`,
);
process.exitCode = found === 0 ? 0 : 1;

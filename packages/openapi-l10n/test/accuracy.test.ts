import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const home = join(import.meta.dirname, '..');

test('the accuracy table of the README shows the current scores of the rules', () => {
  const table = execFileSync(process.execPath, [join(home, 'bench/accuracy.ts')], { encoding: 'utf8' });
  const readme = readFileSync(join(home, 'README.md'), 'utf8');
  const [, shown = ''] = /<!-- accuracy:start -->\n([\s\S]*?)<!-- accuracy:end -->/.exec(readme) ?? [];
  const cells = (text: string) =>
    text
      .split('\n')
      .flatMap((line) => (/^\| \w/.test(line) ? [line.split('|').map((cell) => cell.trim())] : []));
  expect(cells(shown)).toEqual(cells(table));
  expect(cells(table)).toHaveLength(12);
});

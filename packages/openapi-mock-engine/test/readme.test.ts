import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { parseFaults } from '../src/index.ts';
import * as model from '../src/model/index.ts';
import * as random from '../src/random.ts';
import { pets } from './support/pets.ts';

const packageRoot = new URL('..', import.meta.url).pathname;
mkdirSync(join(packageRoot, 'reports'), { recursive: true });

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code);

test('the code of the README prints what its comments say', () => {
  const lines = [...blocks.join('\n').matchAll(/\); \/\/ (.*)$/gm)].map(([, said]) => said);
  const print = vi.fn();
  const printing = blocks
    .join('\n')
    .replace(/^import .*$/gm, '')
    .replaceAll('console.log(', 'print(');
  expect(lines.length).toBeGreaterThan(2);
  const names = { ...model, ...random };
  new Function('names', 'print', `const { ${Object.keys(names).join(', ')} } = names;\n${printing}`)(
    names,
    print,
  );
  expect(print.mock.calls.map((values) => values.join(' '))).toEqual(lines);
});

test('the test in the README passes, with the values in its comments', async () => {
  const [, code = ''] = /```js\n(.*?)```/s.exec(readme) ?? [];
  const folder = mkdtempSync(join(packageRoot, 'reports/readme-'));
  try {
    const file = join(folder, 'snippet.mjs');
    const printing = code.replace(/^(mock\.\S.*);/gm, 'console.log(JSON.stringify($1));');
    const [first = '', ...rest] = printing.split('\n');
    writeFileSync(
      file,
      [first, `const document = ${JSON.stringify(pets)};`, ...rest, 'await mock.close();'].join('\n'),
    );
    const { stdout } = await promisify(execFile)(process.execPath, [file]);
    const [requests = '', coverage = ''] = stdout.trim().split('\n');
    expect(JSON.parse(requests)).toMatchObject([{ operationId: 'getPet', status: 200 }]);
    expect(JSON.parse(coverage)).toEqual({ covered: 1, of: 7 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each(
  [...readme.matchAll(/^\| (`.*?) +\| /gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([a-z-]+(?:=[^`]*)?)`/g)].map(([, directive = '']) =>
      directive.replaceAll('\\|', '|'),
    ),
  ),
)('the directive %s of the README is valid', (directive) => {
  expect(parseFaults(directive)).toHaveLength(1);
});

import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import * as model from '../src/model/index.ts';

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
  new Function('model', 'print', `const { ${Object.keys(model).join(', ')} } = model;\n${printing}`)(
    model,
    print,
  );
  expect(print.mock.calls.map((values) => values.join(' '))).toEqual(lines);
});

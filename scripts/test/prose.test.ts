import { describe, expect, test } from 'vitest';
import { lintProse } from '../prose/lint.ts';

const places = async (file: string, text: string) =>
  (await lintProse(file, text)).map(({ line, column, message }) => `${line}:${column} ${message}`);

describe('the list of words', () => {
  test('the check of prose finds a word in the comments of code, at its place in the file', async () => {
    const text =
      'const lane = 1;\n// It takes the fast lane.\n/** Mends the request. */\nexport const pace = lane;\n';
    expect(await places('a.ts', text)).toEqual(['2:22 lane => engine, pipeline', '3:5 Mends => fix']);
  });

  test('the check of prose finds a word in a message, but not in a name or a key', async () => {
    expect(await places('a.ts', "throw new Error('Mend the request.');\n")).toEqual(['1:18 Mend => fix']);
    expect(await places('a.ts', "const a = { 'beside': 'anew' };\n")).toEqual([]);
    expect(await places('a.ts', 'const a = `Write it anew: ' + '$' + '{b}`;\n')).toEqual([
      '1:21 anew => again, from scratch',
    ]);
  });

  test('the check of prose finds a word in the comments of a style sheet, but not in its rules', async () => {
    expect(await places('a.css', '.beside { color: red; }\n/* It stands beside it. */\n')).toEqual([
      '2:14 beside => next to, besides',
    ]);
  });

  test('the check of prose finds a word in Markdown, but not in its code', async () => {
    const text = '# Begin anew\n\nThe `beside` option.\n\n```ts\nmend();\n```\n';
    expect(await places('a.md', text)).toEqual(['1:9 anew => again, from scratch']);
  });

  test('the check of prose finds a word in the texts of a contract and of an interface', async () => {
    expect(await places('a.yaml', 'description: The header stands beside it.\n')).toEqual([
      '1:32 beside => next to, besides',
    ]);
    expect(await places('fr.json', '{ "a": "Begin anew" }\n')).toEqual(['1:15 anew => again, from scratch']);
  });

  test('the check of prose finds phrases of the old dialect', async () => {
    expect(await places('a.md', 'What is no JSON stands in the file.\n')).toEqual([
      '1:6 is no J => is not a',
      '1:17 stands in => is, is in, appears in',
    ]);
    expect(await places('a.md', 'There is no key, and it is no longer missing.\n')).toEqual([]);
  });

  test('the check of prose accepts words that only look alike', async () => {
    expect(
      await places('a.md', 'Understand what it stands for: planes, besides, standards, recommend.\n'),
    ).toEqual([]);
    expect(await places('a.md', 'An error of its own class throws at run time.\n')).toEqual([]);
  });
});

test('the check of prose finds a title of a test that has no subject', async () => {
  const text =
    "test('the mock answers', run);\ntest.each([1])('is answered by %s', run);\nit('by the client', run);\n";
  expect(await places('a.test.ts', text)).toEqual([
    '2:17 is answered by %s => a title with a subject',
    '3:5 by the client => a title with a subject',
  ]);
  expect(await places('a.ts', text)).toEqual([]);
});

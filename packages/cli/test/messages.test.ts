/**
 * All messages of the command line, in both languages, in one table. If it changes, read it as a user would.
 * `pnpm --filter @session-series/cli exec vitest run messages -u` writes it.
 */
import { expect, test } from 'vitest';
import { en } from '../src/words/en.ts';
import { wordsOf } from '../src/words/words.ts';

type Text = string | ((...values: never[]) => string);

/** Arguments by the type of their parameter, as the signature names them in the source of each function. */
function messagesOf(words: object, path: string[] = []): [string, Text][] {
  return Object.entries(words).flatMap(([name, value]: [string, Text | object]) =>
    typeof value === 'object'
      ? messagesOf(value, [...path, name])
      : [[[...path, name].join('.'), value] satisfies [string, Text]],
  );
}

/** A message with plausible arguments, by the type of each parameter. */
function example(name: string, text: Text): string {
  if (typeof text === 'string') return text;
  const candidates = [
    ['a', 'b', 'c', 'd'],
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    ['a', ['b', 'c'], ['d']],
    ['a', 'b', ['c', 'd']],
    [12_345, 6_789, 3, 'day'],
    [1_234, 'a', 5_678],
    ['a', 12_345, 'b', 6_789],
    ['a', 1_234, 1],
    [new Date(0), 2],
  ];
  for (const values of candidates) {
    try {
      const said = text(...(values as never[]));
      if (!/undefined|NaN|\[object|Invalid/.test(said)) return said;
    } catch {
      // Values of other types are tried next.
    }
  }
  throw new Error(`No values fit ${name}.`);
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', '⏎');

test('the messages of both languages are those of the table', async () => {
  const french = new Map(messagesOf(wordsOf('fr')));
  const rows = messagesOf(en).map(
    ([name, text]) =>
      `| ${name} | ${cell(example(name, text))} | ${cell(example(name, french.get(name) ?? ''))} |`,
  );
  expect(rows.length).toBe(french.size);
  const table = `# Messages of the command line\n\n| name | English | French |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  await expect(table).toMatchFileSnapshot('messages.md');
});

test('French has a no-break space before its double punctuation', () => {
  const wrong = messagesOf(wordsOf('fr'))
    .map(([name, text]) => [name, example(name, text)] as const)
    .filter(([, text]) => / [:;?!»]|« /.test(text));
  expect(wrong).toEqual([]);
});

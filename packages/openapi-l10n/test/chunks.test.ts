import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunkedTree } from '../src/markdown/chunks.ts';
import { fullTree } from '../src/markdown/parse.ts';

const block = fc.constantFrom(
  ...[
    'Words.',
    'A `b` c',
    '[a](b)',
    '(x)',
    '> q',
    '> [!NOTE]\n> b',
    '- a',
    '- a\n- b',
    '* c',
    '1. a',
    '    code',
  ],
  ...[
    '  in',
    '\tx',
    '```',
    '~~~',
    '# h',
    'h\n==',
    'h\n---',
    '***',
    '| a |\n| - |\n| b |',
    '[x]: y',
    '[x]',
    '[^1]',
  ],
  ...[
    '[^1]: n',
    '<b>',
    '<!-- x',
    '**b** c',
    'a@b.com',
    '- [ ] t',
    '---',
    'a  ',
    '>',
    '-',
    '`',
    '{% x',
    '+ a',
    ' ',
  ],
);

test('a text read block by block has the same tree as when it is read as a whole', () => {
  let read = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(block, fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\n\n\n', '\n \n', '\n\n  ')), {
        minLength: 2,
        maxLength: 6,
      }),
      (parts) => {
        const text = parts.flat().join('');
        const quick = chunkedTree(text, fullTree);
        if (!quick) return;
        read++;
        expect(quick).toEqual(fullTree(text));
      },
    ),
    { numRuns: 2000 },
  );
  expect(read).toBeGreaterThan(100);
  expect(chunkedTree('Words.\n\n> A *quotation*.\n\n- One\n\n- two\n\nWords.', fullTree)).toBeDefined();
  for (const text of [
    'Words.',
    '- a\n\n- b',
    'Words.\n\n```\na\n\nb\n```',
    'Words.\n\n[a]: b',
    '<b>\n\nWords.',
  ])
    expect(chunkedTree(text, fullTree)).toBeUndefined();
});

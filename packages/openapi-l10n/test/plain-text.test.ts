import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coreTree, fullTree } from '../src/markdown/parse.ts';
import { plainTree } from '../src/markdown/plain.ts';

const word = fc.constantFrom(
  ...[
    '`a b`',
    '` c`',
    '`',
    '``',
    '[a](b.c/d#e_f)',
    '[the `x`](/y?z=1)',
    '[a',
    '](b)',
    '[',
    ']',
    '![a](b)',
    'a_b',
    '_',
    '_a',
    'b_',
  ],
  ...[
    '\n',
    '\n\n',
    '14 days',
    '#',
    '# h',
    '+',
    '= b',
    '100 %',
    '{id}',
    '{%',
    '{{a}}',
    '<',
    '|',
    '[a]: b',
    '[^1]',
    '10) a',
  ],
  ...['The', 'name', 'élève', '日本', '14', '1.', '2)', 'e.g.', 'a/b', 'https:', 'www', '(x)', "it's", '“q”'],
  ...[
    '«\u00A0q\u00A0»',
    'Note:',
    'a:b',
    '-',
    '–',
    '…',
    '!',
    '?',
    'x.com',
    'mailto:a',
    '==',
    '***',
    '`c`',
    '&amp;',
    '1\\.',
  ],
);

test('a text without markup has the same tree as from the Markdown parser', () => {
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(' ', '', '  '),
      (words, space) => {
        const text = words.join(space);
        const quick = plainTree(text);
        if (quick) expect(quick).toEqual(fullTree(text));
      },
    ),
    { numRuns: 500 },
  );
  expect(plainTree('The name of the list: at most 100 items.')).toBeDefined();
  expect(plainTree('The `name` of [the list](https://a.com/b#c).\n\n14 of\nthe days_2.\n')).toBeDefined();
  for (const text of [
    ...[
      '# a',
      'a\n- b',
      '1. a',
      'a*b*',
      'see www.a.com',
      'a  ',
      '',
      'a@b.com',
      'a\n===',
      '![a](b)',
      '[a]: b',
    ],
    ...['``a``', '_a_', '[a][b]', 'a\n\n    b', '> a', 'a &amp; b', 'https://a.com', '{% a %}'],
  ]) {
    expect(plainTree(text)).toBeUndefined();
  }
});

const markup = fc.constantFrom(
  ...[
    'https://a.com',
    'http://a.com/x_y',
    'www.a.com',
    'a@b.com',
    '[a](https://b.com)',
    '<https://c.com>',
    '](x)',
  ],
  ...[
    '`https://a.com`',
    '*',
    '**b**',
    '_',
    '[x]',
    '[ ]',
    '[^1]',
    '[^1]: n',
    '|',
    '| - |',
    '~',
    '~~s~~',
    '---',
    '# h',
  ],
  ...[
    '- ',
    '1. ',
    '> ',
    '    ',
    '```',
    '<b>',
    '<a href="https://a.com">',
    '![i](https://a.com/i.png)',
    '\\',
    '`',
  ],
  ...[
    '[r]: https://a.com',
    '[r]',
    '<Note>',
    '</Note>',
    '<div id="a">',
    'a: b',
    '~~~',
    'HTTP://A.COM',
    'word',
  ],
);

test('a text that uses no extension of CommonMark has the same tree with and without them', () => {
  let read = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(markup, fc.constantFrom(' ', '', '\n', '\n\n')), { minLength: 1, maxLength: 8 }),
      (parts) => {
        const text = parts.flat().join('');
        const quick = coreTree(text);
        if (!quick) return;
        read++;
        expect(quick).toEqual(fullTree(text));
      },
    ),
    { numRuns: 1000 },
  );
  expect(read).toBeGreaterThan(100);
  expect(coreTree('See [the `guide`](https://a.com).\n\n- *One* of 100')).toBeDefined();
  for (const text of [
    'a | b\n- | -',
    '~~a~~',
    'a[^1]',
    '- [ ] a',
    '---\na: b\n---',
    '<Note>\n',
    'see a@b.com',
  ])
    expect(coreTree(text)).toBeUndefined();
});

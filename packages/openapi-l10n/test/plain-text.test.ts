import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { plainTree } from '../src/markdown/plain.ts';

const word = fc.constantFrom(
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
        const parsed = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
        if (quick) expect(quick).toEqual(parsed);
      },
    ),
    { numRuns: 500 },
  );
  expect(plainTree('The name of the list: at most 100 items.')).toBeDefined();
  for (const text of ['# a', 'a `b`', 'a\nb', '1. a', 'a*b*', 'see www.a.com', 'a  ', '', 'a@b.com']) {
    expect(plainTree(text)).toBeUndefined();
  }
});

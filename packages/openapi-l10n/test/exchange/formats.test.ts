import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exchangeFormats } from '../../src/exchange/formats.ts';
import { codesOf, splitInline } from '../../src/exchange/inline-codes.ts';
import { withoutOuterBreaks } from '../../src/exchange/unit.ts';
import { fileOf, unit } from './unit-file.ts';

const formats = Object.entries(exchangeFormats);

describe.each(formats)('%s', (_name, format) => {
  test('an export preserves every text, whatever it contains', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.constantFrom(
        '`a`',
        '](https://e.com "x")',
        '<b>',
        '&amp;',
        '{id}',
        '\n',
        '\r\n',
        '"',
        ';',
        '429',
        '```\nx\n```',
      ),
    );
    // Control characters cannot be written in XML 1.0; another test checks that they are refused.
    const text = fc
      .array(piece, { minLength: 1, maxLength: 12 })
      .map((pieces) => pieces.join(''))
      .filter((value) => value.trim() !== '' && !/(?![\t\n\r])\p{Cc}|\uFFFE|\uFFFF/u.test(value));
    fc.assert(
      fc.property(text, text, fc.boolean(), (source, target, markdown) => {
        const [read] = format.read(format.write(fileOf([unit({ source, target, markdown })])), 'file').units;
        expect([read?.source, read?.target].map((side) => withoutOuterBreaks(side ?? ''))).toEqual(
          [source, target].map(withoutOuterBreaks),
        );
      }),
    );
  });

  test('an export contains the place, the state and the language of each text', () => {
    const units = [
      unit({}),
      unit({
        id: '/paths/~1pets/get/summary',
        source: 'List',
        target: 'Lister',
        state: 'needs-review',
        previous: 'Show',
      }),
      unit({ id: '/info/description', source: 'All.', target: undefined, state: 'missing' }),
    ];
    const { units: read, targetLanguage } = format.read(format.write(fileOf(units)), 'file');
    expect(read.map(({ id, target, needsReview }) => ({ id, target, needsReview }))).toEqual([
      { id: '/info/title', target: 'Animaux', needsReview: false },
      { id: '/paths/~1pets/get/summary', target: 'Lister', needsReview: true },
      expect.objectContaining({ id: '/info/description', target: undefined }),
    ]);
    expect(targetLanguage ?? 'fr-CA').toBe('fr-CA');
  });
});

describe('inline codes', () => {
  test('inline codes are code, links, addresses, tags, placeholders, status codes, dates and versions', () => {
    const text =
      'Send `GET /pets` to [the list](https://e.com/a_(b)) or https://e.com/x, <br> with {id}, %s and {{key}}: 429 on 2024-03-05, v1.2.3.';
    expect(codesOf(splitInline(text, true)).map((code) => code.text)).toEqual([
      '`GET /pets`',
      '(https://e.com/a_(b))',
      'https://e.com/x',
      '<br>',
      '{id}',
      '%s',
      '{{key}}',
      '429',
      '2024-03-05',
      'v1.2.3',
    ]);
  });

  test('inline codes leave amounts to the translator, who writes them in the notation of the language', () => {
    expect(
      codesOf(splitInline('At most 1,000.5 of 25 pets, 50 % off, 250 ms', true)).map(({ text }) => text),
    ).toEqual(['250']);
  });

  test('inline codes have the same id on both sides, in any order', () => {
    const source = splitInline('`a` then `b`, then `a`', true);
    const target = splitInline('`b` après `a` et `a`', true, codesOf(source));
    expect(codesOf(target)).toEqual([
      { id: 2, text: '`b`' },
      { id: 1, text: '`a`' },
      { id: 3, text: '`a`' },
    ]);
  });
});

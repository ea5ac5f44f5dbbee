import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { exchangeFormats } from '../../src/exchange/formats.ts';
import { codesOf, splitInline } from '../../src/exchange/inline-codes.ts';
import type { Unit } from '../../src/exchange/unit.ts';
import { withoutOuterBreaks } from '../../src/exchange/unit.ts';
import { folderWith, refused } from '../run.ts';

const unit = (more: Partial<Unit>): Unit => ({
  id: '/info/title',
  source: 'Pets',
  target: 'Animaux',
  state: 'translated',
  previous: undefined,
  markdown: true,
  note: 'info › title',
  ...more,
});

const fileOf = (units: readonly Unit[]) => ({
  original: 'openapi.yaml',
  sourceLanguage: 'en',
  targetLanguage: 'fr-CA',
  units,
});

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

describe('files of translators’ tools', () => {
  const xliff = exchangeFormats['xliff'];
  const xliff2 = exchangeFormats['xliff2'];

  test('XLIFF 1.2 keeps codes in <ph> and names the state', () => {
    const text = xliff?.write(
      fileOf([unit({ source: 'Use `id`.', target: 'Utilisez `id`.', state: 'needs-review' })]),
    );
    expect(text).toContain('<source>Use <ph id="1">`id`</ph>.</source>');
    expect(text).toContain(
      '<target state="needs-review-translation">Utilisez <ph id="1">`id`</ph>.</target>',
    );
  });

  test('XLIFF 2.0 keeps codes in <originalData>', () => {
    const text = xliff2?.write(fileOf([unit({ source: 'Use `id`.', target: 'Utilisez `id`.' })]));
    expect(text).toContain('<data id="d1" xml:space="preserve">`id`</data>');
    expect(text).toContain('<source>Use <ph id="1" dataRef="d1"/>.</source>');
  });

  test('a unit that a tool has split into segments is read as a whole', () => {
    const { units } = xliff2?.read(
      `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr"><file id="f">
        <unit id="u1" name="/info/title"><segment state="final"><source>One.</source><target>Un.</target></segment
        ><ignorable><source> </source></ignorable><segment state="final"><source>Two.</source><target>Deux.</target></segment></unit>
      </file></xliff>`,
      'fr.xlf',
    ) ?? { units: [] };
    expect(units).toEqual([
      { id: '/info/title', source: 'One. Two.', target: 'Un. Deux.', needsReview: false },
    ]);
  });

  test('a PO file passes msgfmt --check', () => {
    using folder = folderWith({});
    const units = [
      unit({ source: '\nTwo\nlines\n', target: 'Deux\nlignes' }),
      unit({ id: '/x', state: 'needs-review' }),
    ];
    const text = exchangeFormats['po']?.write(fileOf(units)) ?? '';
    expect(text).toContain('"Content-Type: text/plain; charset=utf-8\\n"');
    expect(text).toContain('"Two\\n"\n"lines"\nmsgstr ""\n"Deux\\n"\n"lignes"');
    writeFileSync(join(folder.path, 'fr.po'), text);
    const { error, status, stderr } = spawnSync('msgfmt', ['--check', '-o', '/dev/null', 'fr.po'], {
      cwd: folder.path,
      encoding: 'utf8',
    });
    if (error) return; // not installed; its requirements are asserted above
    expect({ status, stderr: stderr.replaceAll(/.*warning.*\n/g, '') }).toEqual({ status: 0, stderr: '' });
  });

  test('a control character, which XML does not allow, is refused with an alternative', () => {
    expect(() => xliff?.write(fileOf([unit({ source: 'a\u0001b' })]))).toThrow(/control character/);
  });

  test.each(Object.entries(exchangeFormats))(
    'a file in the format %s that is cut off anywhere is refused, or yields whole translations only',
    (_, format) => {
      const text = format.write(
        fileOf([
          unit({ source: 'Two "quoted"\nlines', target: 'Deux\nlignes' }),
          unit({ id: '/x', target: 'Un mot', state: 'needs-review' }),
        ]),
      );
      const whole = format.read(text, 'fr').units;
      let refused = 0;
      for (let length = 0; length < text.length; length++) {
        try {
          for (const read of format.read(text.slice(0, length), 'fr').units)
            if (read.target) expect(whole).toContainEqual(read);
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          refused++;
        }
      }
      expect(refused).toBeGreaterThan(text.length / 2);
    },
  );

  test('CSV may be separated by semicolons and tabs, as spreadsheets save it', () => {
    const read = exchangeFormats['csv']?.read(
      'id;source;target\n/info/title;Pets;"Animaux; tous"\n',
      'fr.csv',
    );
    expect(read?.units).toEqual([
      { id: '/info/title', source: 'Pets', target: 'Animaux; tous', needsReview: false },
    ]);
  });
});

test.each([
  ['fr.xlf', '<xliff version="1.2"><file>', /Not well-formed XML/],
  ['fr.xlf', '<tmx/>', /not XLIFF 1\.2 or 2\.0/],
  ['fr.po', 'msgid "a', /./],
  ['fr.po', '', /contains no translation/],
  ['fr.csv', 'a,b\n1,2\n', /lacks the columns id and source and target/],
  ['fr.csv', 'id,source,target\n"open', /not CSV/],
])('a broken %s is refused, and nothing is written: %j', async (name, text, message) => {
  expect(await refused({ [name]: text }, ['import', 'openapi.yaml', name, '--overlay', 'fr.yaml'])).toMatch(
    message,
  );
});

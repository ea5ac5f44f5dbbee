import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { exchangeFormats } from '../../src/exchange/formats.ts';
import { folderWith, refused } from '../run.ts';
import { fileOf, unit } from './unit-file.ts';

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

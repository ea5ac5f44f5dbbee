import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check, checkMarkdown, type Finding, readGlossary, readSource } from '../src/index.ts';

const at = (file: string) => join(import.meta.dirname, 'cases/seed-page', file);
const [contract, overlay, fixed, terms] = await Promise.all(
  ['openapi.yaml', 'fr.overlay.yaml', 'fr.fixed.overlay.yaml', 'glossary.fr.yaml'].map((file) =>
    readSource(at(file)),
  ),
);
if (!contract || !overlay || !fixed || !terms) throw new Error('four files');
const glossary = readGlossary(terms);

/** The findings as `rule: the words at its place`, so that a test names both. */
const reported = (findings: readonly Finding[]) =>
  findings.map(({ rule, place, length }) => {
    const line = readFileSync(place.file, 'utf8').split('\n')[place.line - 1] ?? '';
    return `${rule}: ${line.slice(place.column - 1, place.column - 1 + length)}`;
  });

describe('the machine-translated page, as an overlay', () => {
  const found = reported(check(contract, overlay, { glossary }));

  test.each([
    ['the path, in backticks', 'protected-term: `GET /fr/sessions/data_series`'],
    ['the path, as a key', 'text-only: {'],
    ['length, in backticks', 'protected-term: `Longueur`'],
    ['length, as a name', 'text-only: L'],
    ['unit, in backticks', 'protected-term: `unité`'],
    ['unit, as a name', 'text-only: u'],
    ['day', 'protected-term: `jour`'],
    ['hour', 'protected-term: `heure`'],
    ['the default of unit', 'text-only: j'],
    ['ending_at, in backticks', 'protected-term: `finalisation_à`'],
    ['ending_at, as a name', 'text-only: f'],
    ['segment_id, in backticks', 'protected-term: `identifiant_segment`'],
    ['segment_id, as a name', 'text-only: i'],
    [
      'the names in the example call',
      'protected-term: `Longueur=14&unité=jour&finalisation_à=2018-06-28T23:59:59-5:00&app_id={{app_identifier}}&identifiant_segment={{segment_identifier}}`',
    ],
    [
      'the JSON of the answer, at the line that differs',
      'code: { "message": (requis, chaîne), "data": [{ "time": (string), "sessions": (int) }] }',
    ],
    [
      'half a sentence in English',
      'untranslated: See [Segment API identifier](https://www.braze.com/docs/api/identifier_types/) for where to find it',
    ],
    ['a straight apostrophe', "typography: '"],
    ['a breaking space before a colon', 'typography:  '],
    ['the values that English wrote without backticks', 'source: day or hour'],
  ])('the check of the overlay of a machine-translated page finds %s', (_, finding) => {
    expect(found).toContain(finding);
  });

  test('each finding in the overlay of the page is on a line with a defect', () => {
    const lines = check(contract, overlay, {
      glossary,
      rules: { stale: 'off', typography: 'off', source: 'off' },
    });
    expect([...new Set(lines.map(({ place }) => place.line))]).toEqual([
      10, 15, 18, 23, 29, 32, 33, 36, 37, 38, 41, 42, 48, 49,
    ]);
  });

  test('the check finds nothing in a faithful overlay of the page', () => {
    const rules = { source: 'off', stale: 'off' } as const;
    expect(reported(check(contract, fixed, { glossary, rules }))).toEqual([]);
  });
});

describe('the original machine-translated page, word for word, and its corrected version', () => {
  const files = { sourceFile: at('guide.en.md'), translationFile: at('guide.fr.md') };
  const [source, translation] = [files.sourceFile, files.translationFile].map((file) =>
    readFileSync(file, 'utf8'),
  );
  const findings = checkMarkdown(source ?? '', translation ?? '', { ...files, language: 'fr', glossary });
  const found = reported(findings);

  test.each([
    ['the first column of the table', 'protected-term: `Longueur`'],
    ['', 'protected-term: `unité`'],
    ['', 'protected-term: `finalisation_à`'],
    ['', 'protected-term: `identifiant_segment`'],
    ['the path, without backticks', 'protected-term: /fr/sessions/data_series'],
    ['a setting of the page', 'protected-term: Référence'],
    ['the values', 'protected-term: `jour`'],
    ['', 'protected-term: `heure`'],
    ['half a cell in English', 'untranslated: See [Segment API identifier'],
    ['the JSON of the answer, French and English mixed', 'code:     "message": (requis, cha'],
    ['another word for request', 'glossary: demande'],
  ])('the check of the machine-translated page finds %s %s', (_, finding) => {
    expect(found.some((one) => one.startsWith(finding))).toBe(true);
  });

  test('the front matter of a page is not read as Markdown', () => {
    expect(
      checkMarkdown('---\nrefer: a: b\n---\nYes: no.', "---\nrefer: l'un: deux\n---\nOui\u00A0: non.", {
        language: 'fr',
      }),
    ).toEqual([]);
  });

  test('each finding in the machine-translated page is on a line with a defect', () => {
    const grave = findings.filter(({ rule }) => rule !== 'typography');
    expect([...new Set(grave.map(({ place }) => place.line))]).toEqual([7, 14, 25, 26, 27, 29, 32, 46]);
  });
});

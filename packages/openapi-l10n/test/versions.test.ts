import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyOverlay, check, extract, type Json, parseSource, readSource, texts } from '../src/index.ts';

/** Every string of a document that begins with "Text", with its place. */
function marked(value: Json, at = ''): [string, string][] {
  if (typeof value === 'string') return value.startsWith('Text') ? [[at, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => marked(child, `${at}/${key}`));
}

describe.each(['3.0', '3.1', '3.2'])('OpenAPI %s', async (version) => {
  const contract = await readSource(join(import.meta.dirname, `cases/versions/${version}.yaml`));
  const document = contract.value;
  const wanted = marked(document);
  const created = extract(contract, undefined, { language: 'fr' }).text;

  test('every human-readable text of the contract is found, and nothing else', () => {
    const found = texts(document as Parameters<typeof texts>[0]); // an object, see the file
    expect(found.map(({ parent, key, value }) => [`/${[...parent, key].join('/')}`, value])).toEqual(wanted);
  });

  test('an overlay with a translation of each text changes these texts and nothing else', () => {
    const filled = parseSource(created, 'fr.overlay.yaml').yaml();
    // What extract has written.
    const { actions } = filled.toJS() as { actions: { 'x-l10n-source': Record<string, string> | string }[] };
    for (const [index, { 'x-l10n-source': source }] of actions.entries()) {
      if (typeof source === 'string')
        filled.setIn(['actions', index, 'update'], source.replace('Text', 'Texte'));
      else
        for (const [key, text] of Object.entries(source))
          filled.setIn(['actions', index, 'update', key], text.replace('Text', 'Texte'));
    }
    const overlay = parseSource(filled.toString(), 'fr.overlay.yaml');
    const localised = applyOverlay(document, overlay.value).document;

    expect(marked(localised)).toEqual(wanted.map(([at, text]) => [at, text.replace('Text', 'Texte')]));
    expect(JSON.parse(JSON.stringify(localised).replaceAll('Texte', 'Text'))).toEqual(document);
    const rules = { untranslated: 'off', typography: 'off', source: 'off' } as const;
    const problems = check(contract, overlay, { rules });
    expect(problems).toEqual([]);
    expect(extract(contract, overlay)).toMatchObject({ changed: false });
  });

  test('each text is missing before it is translated', () => {
    const problems = check(contract, parseSource(created, 'fr.overlay.yaml'), { rules: { source: 'off' } });
    expect(problems.map(({ rule }) => rule)).toEqual(wanted.map(() => 'missing'));
  });
});

test('the settings can name further texts', () => {
  const document = { openapi: '3.1.0', info: { title: 'Pets', version: '1', 'x-motto': 'All of them' } };
  expect(texts(document, { textFields: ['x-motto'] }).map(({ key }) => key)).toEqual(['title', 'x-motto']);
});

test.each(['1.0.0', '1.1.0'])(
  'an array is added to an array entry by entry in %s, as by every other tool',
  (overlay) => {
    const document = { openapi: '3.1.0', tags: [{ name: 'cats' }] };
    const actions = [{ target: '$.tags', update: [{ name: 'dogs' }, { name: 'birds' }] }];
    expect(
      applyOverlay(document, { overlay, info: { title: 'Tags', version: '1' }, actions }).document,
    ).toMatchObject({ tags: [{ name: 'cats' }, { name: 'dogs' }, { name: 'birds' }] });
  },
);

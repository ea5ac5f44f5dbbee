import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillOverlay } from '../src/exchange/fill.ts';
import {
  applyOverlay,
  check,
  extract,
  type Json,
  type JsonObject,
  parseSource,
  texts,
} from '../src/index.ts';
import { select } from '../src/overlay/select.ts';
import { parseTextTarget, TextIndex, textTarget } from '../src/overlay/text-target.ts';
import { draft, repeated, toContract } from './random-contract.ts';

const notFound = { description: 'Not found' };
const contract = (changes: JsonObject = {}): JsonObject => ({
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  paths: {
    '/a': { get: { summary: 'List', responses: { 404: notFound } } },
    '/b': { get: { summary: 'List', responses: { 404: notFound } } },
    '/c': { get: { summary: 'Count', responses: { 404: notFound } } },
  },
  ...changes,
});
const source = (value: JsonObject) => parseSource(JSON.stringify(value), 'openapi.json');
const overlayOf = (text: string) => parseSource(text, 'fr.overlay.yaml');
const actionsOf = (text: string) => (overlayOf(text).value as { actions: JsonObject[] }).actions; // an overlay
const update = (text: string, target: string, translation: JsonObject) => {
  const overlay = overlayOf(text).value as { actions: JsonObject[] }; // an overlay
  for (const action of overlay.actions) if (action['target'] === target) action['update'] = translation;
  return JSON.stringify(overlay);
};
const NOT_FOUND = "$..[?(@.description=='Not found')]";

test('a text in several places has one action, and a second run changes nothing', () => {
  const { text } = extract(source(contract()), undefined, { language: 'fr', distinct: true });
  expect(actionsOf(text).map(({ target }) => target)).toEqual([
    '$.info',
    "$..[?(@.summary=='List')]",
    NOT_FOUND,
    "$.paths['/c'].get",
  ]);
  const translated = update(text, NOT_FOUND, { description: 'Introuvable' });
  expect(extract(source(contract()), overlayOf(translated)).changed).toBe(false);
  const applied = JSON.stringify(applyOverlay(contract(), overlayOf(translated).value).document);
  expect(applied.match(/Introuvable/g)).toHaveLength(3);
  expect(
    check(source(contract()), overlayOf(translated)).map(({ rule, pointer }) => `${rule} ${pointer}`),
  ).toEqual(
    ['/info/title', '/paths/~1a/get/summary', '/paths/~1b/get/summary', '/paths/~1c/get/summary'].map(
      (pointer) => `missing ${pointer}`,
    ),
  );
});

test('a new place of a text is translated by its action, and a new text gets a new action', () => {
  const { text } = extract(source(contract()), undefined, { language: 'fr', distinct: true });
  const translated = update(text, NOT_FOUND, { description: 'Introuvable' });
  const grown = contract({
    webhooks: {
      x: {
        get: { responses: { 404: notFound, 410: { description: 'Gone' }, 411: { description: 'Gone' } } },
      },
    },
  });
  const { text: next, counts } = extract(source(grown), overlayOf(translated));
  expect(counts).toMatchObject({ added: 2, changed: 0, removed: 0 });
  expect(actionsOf(next).map(({ target }) => target)).toContain("$..[?(@.description=='Gone')]");
  expect(
    JSON.stringify(applyOverlay(grown, overlayOf(next).value).document).match(/Introuvable/g),
  ).toHaveLength(4);
});

test('a translation whose text is removed is kept, and restored with its text', () => {
  const { text } = extract(source(contract()), undefined, { language: 'fr', distinct: true });
  const translated = update(text, NOT_FOUND, { description: 'Introuvable' });
  const without = JSON.parse(
    JSON.stringify(contract()).replaceAll('Not found', 'Nothing there'),
  ) as JsonObject; // the same shape
  const gone = extract(source(without), overlayOf(translated));
  expect(gone.counts.removed).toBe(1);
  expect(gone.text).toContain('Introuvable');
  const back = extract(source(contract()), overlayOf(gone.text));
  expect(
    JSON.stringify(applyOverlay(contract(), overlayOf(back.text).value).document).match(/Introuvable/g),
  ).toHaveLength(3);
});

test('a text that is also a value of an example keeps one action for each place', () => {
  const withExample = contract({
    components: { examples: { x: { value: { body: { description: 'Not found' } } } } },
  });
  const { text } = extract(source(withExample), undefined, { language: 'fr', distinct: true });
  expect(actionsOf(text).map(({ target }) => target)).not.toContain(NOT_FOUND);
});

test('an overlay with one action for each place becomes shorter, and loses no translation', () => {
  const plain = extract(source(contract()), undefined, { language: 'fr' }).text;
  let translated = update(plain, "$.paths['/a'].get.responses['404']", { description: 'Introuvable' });
  translated = update(translated, "$.paths['/a'].get", { summary: 'Lister' });
  translated = update(translated, "$.paths['/b'].get", { summary: 'Énumérer' });
  const { text } = extract(source(contract()), overlayOf(translated), { distinct: true });
  expect(actionsOf(text)).toMatchObject([
    { target: '$.info' },
    { target: "$.paths['/a'].get", update: { summary: 'Lister' } },
    { target: NOT_FOUND, update: { description: 'Introuvable' } },
    { target: "$.paths['/b'].get", update: { summary: 'Énumérer' } },
    { target: "$.paths['/c'].get" },
  ]);
  const [inconsistent] = check(source(contract()), overlayOf(text)).filter(
    ({ rule }) => rule === 'inconsistent',
  );
  expect(inconsistent?.message).toContain('Lister');
});

test('a translation that comes back from a translator is written once for all places', () => {
  const { text } = extract(source(contract()), undefined, { language: 'fr', distinct: true });
  const pointers = texts(contract())
    .filter(({ value }) => value === 'Not found')
    .map(({ pointer }) => pointer);
  const fills = new Map(pointers.map((pointer) => [pointer, { translation: 'Introuvable' }]));
  const filled = fillOverlay(source(contract()), overlayOf(text), fills, [], { file: 'fr.overlay.yaml' });
  expect(filled.refused).toEqual([]);
  expect(actionsOf(filled.text).find(({ target }) => target === NOT_FOUND)).toMatchObject({
    update: { description: 'Introuvable' },
  });
});

/** A translation of every text that depends on the text alone. */
const translate = (text: string): string => {
  const overlay = overlayOf(text).value as { actions: JsonObject[] }; // an overlay
  for (const action of overlay.actions) {
    const sources = action['x-l10n-source'];
    action['update'] =
      typeof sources === 'string'
        ? `(fr) ${sources}`
        : Object.fromEntries(
            Object.entries(sources as JsonObject).map(([key, value]) => [key, `(fr) ${value}`]),
          ); // texts by member
  }
  return JSON.stringify(overlay);
};

test('one action per text and one per place produce the same translated contract', () => {
  fc.assert(
    fc.property(draft(repeated).map(toContract), (random) => {
      const [short, long] = [true, false].map((distinct) => {
        const { text } = extract(source(random), undefined, { language: 'fr', distinct });
        return applyOverlay(random, overlayOf(translate(text)).value).document;
      });
      expect(short).toEqual(long);
    }),
    { numRuns: 50 },
  );
});

const word = fc.constantFrom('a', "it's", '"q"', 'back\\slash', 'two\nlines', '\\"', "\\'", 'é', '');
const tree = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    word,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('title', 'x-a.b', 'other'), tie('value'), { maxKeys: 3 }),
  ),
})).value;

test('a target of a text selects what a JSONPath engine selects', () => {
  fc.assert(
    fc.property(tree, fc.constantFrom('title', 'x-a.b'), word, (document, key, text) => {
      const target = textTarget({ key, text });
      expect(parseTextTarget(target)).toEqual({ key, text });
      const paths = (found: readonly { path: unknown }[] = []) =>
        found.map(({ path }) => JSON.stringify(path)).toSorted();
      expect(paths(new TextIndex([target]).select(document, target))).toEqual(
        paths(select(document, target)),
      );
    }),
    { numRuns: 300 },
  );
});

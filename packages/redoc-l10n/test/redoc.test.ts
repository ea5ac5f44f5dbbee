import type { JsonObject } from 'openapi-l10n';
import { expect, test } from 'vitest';
import { outlineKey, readOutline } from '../src/redoc/outline.ts';

const ok = { responses: { 200: { description: 'ok' } } };

// When one of these fails after an update of Redoc, change src/redoc/outline.ts: nothing else depends on
// Redoc.
const outline = (more: JsonObject) =>
  readOutline({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: {}, ...more });

test('headings of the description are listed in order, with anchors made from their words', async () => {
  const { sections } = await outline({
    info: { title: 'T', version: '1', description: 'Text\n\n## Rate limit\n\nText\n\n## Errors & more' },
    paths: { '/a': { get: ok } },
  });
  expect(sections).toEqual([
    { id: 'section/rate-limit', title: 'Rate limit' },
    { id: expect.stringMatching(/^section\/errors-/), title: 'Errors & more' },
  ]);
});

test('operations are grouped by tag in the order of the tags, with anchors made of tag and operationId', async () => {
  const { groups } = await outline({
    tags: [{ name: 'b' }, { name: 'a', 'x-displayName': 'The first' }],
    paths: { '/x': { get: { ...ok, tags: ['a'], operationId: 'getX' }, post: { ...ok, tags: ['b'] } } },
  });
  expect(groups.map(({ id, tag }) => [id, tag])).toEqual([
    ['b', 'b'],
    ['a', 'a'],
  ]);
  expect(groups[1]?.operations).toEqual([{ id: 'a/getx', pointer: '/paths/~1x/get', webhook: false }]);
});

test('webhooks have their own group, and pointers below /webhooks', async () => {
  const { groups } = await outline({ webhooks: { changed: { post: ok } } });
  expect(groups.flatMap(({ operations }) => operations)).toMatchObject([
    { pointer: '/webhooks/changed/post', webhook: true },
  ]);
});

test('operations without a tag, or with a tag in no tag group, are listed', async () => {
  const paths = {
    '/x/{id}': { get: ok },
    '/y': { get: { ...ok, tags: ['a'] }, put: { ...ok, tags: ['b'] } },
  };
  const plain = await outline({ paths: { '/x/{id}': { get: ok } } });
  expect(plain.groups).toMatchObject([
    { id: 'operations', tag: undefined, operations: [{ pointer: '/paths/~1x~1{id}/get' }] },
  ]);
  const grouped = await outline({
    paths,
    tags: [{ name: 'a' }, { name: 'b' }],
    'x-tagGroups': [{ name: 'G', tags: ['a'] }],
  });
  expect(grouped.groups.map(({ tag, tagGroup }) => [tag, tagGroup])).toEqual([
    ['a', 0],
    [undefined, undefined],
  ]);
  expect(grouped.groups[1]?.operations.map(({ pointer }) => pointer).sort()).toEqual([
    '/paths/~1x~1{id}/get',
    '/paths/~1y/put',
  ]);
});

test('many operations without a tag are grouped by the first part of their paths that differs', async () => {
  const paths = Object.fromEntries(
    Array.from({ length: 24 }, (_, i) => [`/api/${i % 2 ? 'ships' : 'crew members'}/${i}`, { get: ok }]),
  );
  const { groups } = await outline({ paths });
  expect(groups.map(({ id, tag, operations }) => [id, tag, operations.length])).toEqual([
    ['operations/crew-members', 'crew members', 12],
    ['operations/ships', 'ships', 12],
  ]);
});

test('no anchor contains a character that must be escaped', async () => {
  const { groups } = await outline({ paths: { '/x/{id}/~y': { get: { ...ok, tags: ['A tag'] } } } });
  for (const { id, operations } of groups)
    for (const address of [id, ...operations.map((one) => one.id)]) expect(address).toMatch(/^[\w/~.-]+$/);
});

test('an outline is only rebuilt after edits that change it', async () => {
  const before = description();
  const outlineOf = async (document: JsonObject) => JSON.stringify(await readOutline(document));
  const [key, made] = [outlineKey(before), await outlineOf(before)];
  const edits: readonly [string, (get: JsonObject, root: JsonObject) => void, boolean][] = [
    ['a description', (get) => Object.assign(get, { description: 'Other' }), false],
    ['a summary, with an operationId', (get) => Object.assign(get, { summary: 'Other' }), false],
    ['a parameter', (get) => Object.assign(get, { parameters: [{ name: 'q', in: 'query' }] }), false],
    ['an operationId', (get) => Object.assign(get, { operationId: 'other' }), true],
    ['a tag of an operation', (get) => Object.assign(get, { tags: ['b'] }), true],
    ['a path', (_, root) => Object.assign(root.paths as JsonObject, { '/z': { put: ok } }), true],
    [
      'a name of a tag',
      (_, root) => Object.assign(root, { tags: [{ name: 'a', 'x-displayName': 'A' }] }),
      true,
    ],
    ['a heading', (_, root) => Object.assign(root.info as JsonObject, { description: '# Other' }), true],
    ['a webhook', (_, root) => Object.assign(root, { webhooks: { changed: { post: ok } } }), true],
  ];
  for (const [what, edit, changes] of edits) {
    const document = description();
    edit((document.paths as Record<string, Record<string, JsonObject>>)['/x']?.get ?? {}, document); // as below
    expect([what, outlineKey(document) !== key]).toEqual([what, changes]);
    if (!changes) expect([what, await outlineOf(document)]).toEqual([what, made]);
  }
});

const description = (): JsonObject =>
  structuredClone({
    openapi: '3.1.0',
    info: { title: 'T', version: '1', description: '# One' },
    paths: { '/x': { get: { ...ok, summary: 'X', operationId: 'getX', tags: ['a'] } } },
  });

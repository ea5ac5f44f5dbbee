import { openapiOverlay } from 'openapi-format';
import { applyOverlay as applyInOverlaysJs } from 'openapi-overlays-js/src/overlay.js';
import { describe, expect, test } from 'vitest';
import { applyOverlay, extract, type JsonObject, parseSource, texts } from '../src/index.ts';

/** A text of two parameters. */
const SHARED = 'The pet\'s “id” (or `"x"`).';

/**
 * A contract with parts that are hard to select: names with quotes, a property called length, parameters with
 * the same name.
 */
const contract: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1', description: 'All about pets.' },
  tags: [
    { name: "the pet's", description: 'Pets.' },
    { name: 'two "words"', description: 'Words.' },
  ],
  servers: [
    { url: 'https://a.example', description: 'One.' },
    { url: 'https://b.example', description: 'Two.' },
  ],
  paths: {
    '/pets/{pet-id}': {
      get: {
        summary: 'Get a pet',
        parameters: [
          { name: 'id', in: 'query', description: 'In the query.', schema: { type: 'string' } },
          { name: 'id', in: 'header', description: 'In a header.', schema: { type: 'string' } },
          { name: 'of', in: 'query', description: SHARED, schema: { type: 'string' } },
          { name: 'to', in: 'query', description: SHARED, schema: { type: 'string' } },
          { name: 'sort_by', in: 'query', description: 'The order.', schema: { type: 'string' } },
        ],
        responses: {
          200: { description: 'The pet.' },
          404: { description: 'An "error".' },
          default: { description: 'An "error".' },
        },
      },
    },
  },
  components: {
    schemas: {
      Pet: {
        description: 'A pet.',
        properties: {
          length: { type: 'integer', description: 'How long it is.' },
          'first-name': { type: 'string', description: 'Its name.' },
        },
        oneOf: [{ title: 'Cat' }, { title: 'Dog' }],
      },
    },
  },
};

/** The overlay from `extract`, with each text translated. */
function translated(distinct: boolean): JsonObject {
  const { text } = extract(parseSource(JSON.stringify(contract), 'openapi.json'), undefined, {
    language: 'fr',
    distinct,
  });
  const overlay = parseSource(text, 'fr.yaml').value as JsonObject; // an overlay that was just made
  const actions = (overlay['actions'] as JsonObject[]).map((action) => ({
    ...action,
    update: Object.fromEntries(
      Object.entries(action['x-l10n-source'] as Record<string, string>).map(([key, value]) => [
        key,
        `(fr) ${value}`,
      ]),
    ),
  }));
  return { ...overlay, actions };
}

const appliers: Record<string, (overlay: JsonObject) => Promise<unknown>> = {
  'this package': async (overlay) => applyOverlay(contract, overlay).document,
  'openapi-overlays-js': async (overlay) => applyInOverlaysJs(structuredClone(contract), overlay),
  'openapi-format': async (overlay) =>
    // Its types require members that a validated overlay always has.
    (await openapiOverlay(structuredClone(contract), { overlaySet: overlay as never })).data,
};

/**
 * openapi-format reads every path that ends in `length` as the length of a list, and changes no items of lists for a target
 * such as `$..[?(@.description=='…')]`.
 */
const beyond = (name: string, distinct: boolean, text: string) =>
  name === 'openapi-format' && (text === 'How long it is.' || (distinct && text === SHARED));

describe('an extracted overlay in other tools', () => {
  const cases = Object.keys(appliers).flatMap((name) => [
    ['one action for each place', name, false] as const,
    ['one action for each text', name, true] as const,
  ]);
  test.each(cases)(
    'an overlay with %s changes every text and nothing else in %s',
    async (_, name, distinct) => {
      const applied = (await appliers[name]?.(translated(distinct))) as JsonObject; // OpenAPI documents are objects
      const found = texts(applied).map(({ value }) => value);
      expect(found).toEqual(
        texts(contract).map(({ value }) => (beyond(name, distinct, value) ? value : `(fr) ${value}`)),
      );
      expect(JSON.parse(JSON.stringify(applied).replaceAll('(fr) ', ''))).toEqual(contract);
    },
  );
});

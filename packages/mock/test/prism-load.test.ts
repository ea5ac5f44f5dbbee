import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { loadPrism } from '../src/prism/load.ts';

test('Prism is loaded with one language of its faker, not with seventy', async () => {
  await loadPrism();
  const loaded = Object.keys(createRequire(import.meta.url).cache)
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.includes('/@faker-js/faker/dist/'))
    .map((file) => file.split('/dist/').at(-1));
  expect(loaded).toEqual(['locale/en.js']);
});

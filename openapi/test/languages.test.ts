import openapiTS, { astToString } from 'openapi-typescript';
import { describe, expect, test } from 'vitest';
import { bundle, type Json, walk } from './bundles.ts';

const leaves = (document: Json) =>
  new Map(
    [...walk(document)]
      .filter(({ value }) => typeof value !== 'object' || value === null)
      .map(({ pointer, value }) => [pointer, value] as const),
  );
const isText = (pointer: string) =>
  /\/(title|summary|description|x-displayName)$|\/x-enumDescriptions\/[^/]+$/.test(pointer) &&
  !/\/examples?\/[^/]+\/value\//.test(pointer);

describe('the English and the French bundle', () => {
  const english = leaves(bundle('en'));
  const french = leaves(bundle('fr'));

  test('have the same places, in the same order', () => {
    expect([...walk(bundle('fr'))].map(({ pointer }) => pointer)).toEqual(
      [...walk(bundle('en'))].map(({ pointer }) => pointer),
    );
  });

  test('differ in nothing but texts for people', () => {
    const differing = [...english].filter(([pointer, value]) => french.get(pointer) !== value);
    expect(differing.map(([pointer]) => pointer).filter((pointer) => !isText(pointer))).toEqual([]);
    expect(differing.length).toBeGreaterThan(60);
  });

  test('differ in every text, save the words that are the same in both languages', () => {
    const same = [...english].filter(([pointer, value]) => isText(pointer) && french.get(pointer) === value);
    expect(same).toEqual([['/tags/0/x-displayName', 'Sessions']]);
  });

  test.each(['en', 'fr'] as const)('say the same as JSON and as YAML (%s)', (language) => {
    expect(bundle(language, 'yaml')).toEqual(bundle(language, 'json'));
  });

  test('give the same TypeScript types but for comments', async () => {
    const types = async (language: 'en' | 'fr') =>
      astToString(await openapiTS(JSON.stringify(bundle(language)))).replace(/\/\*[\s\S]*?\*\//g, '');
    expect(await types('fr')).toBe(await types('en'));
  });
});

import { describe, expect, test } from 'vitest';
import { french } from '../src/redoc/french.ts';
import { interfaceKeys } from '../src/redoc/interface-keys.ts';
import { assertFrench, interfaceIn, labelIn, linkTo } from '../src/redoc/interface-language.ts';
import { patchedRedoc, publishedRedoc } from '../src/redoc/patched-redoc.ts';

describe('the interface of the installed Redoc', () => {
  test('has French for each of its keys', () => {
    const keys = interfaceKeys(publishedRedoc());
    expect(keys.length).toBeGreaterThan(90);
    expect(() => assertFrench(keys)).not.toThrow();
  });

  test('stops the build when a key has no French, and names it', () => {
    expect(() => assertFrench(['responses', 'brandNewButton'])).toThrow('brandNewButton');
    expect(() => interfaceIn('fr')('brandNewButton', 'Brand new')).toThrow('brandNewButton');
  });

  test('stops the build when a label that bypasses the dictionary is unknown', () => {
    expect(linkTo('fr', 'unit')).toBe('Lien vers « unit »');
    expect(() => labelIn('fr', 'Something new')).toThrow('Something new');
  });

  test('stops the build when a place to patch has moved', () => {
    expect(() => patchedRedoc('another version')).toThrow('expected to find');
  });

  test('is written with typographic apostrophes and no-break spaces', () => {
    for (const text of Object.values(french)) {
      expect(text).not.toMatch(/'/);
      expect(text).not.toMatch(/ [:;!?»]/);
    }
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { describe, expect, test } from 'vitest';
import { fromPackageRoot } from '../scripts/package-files.ts';
import { bundle, type Json, walk } from './bundles.ts';

const leaves = (document: Json) =>
  new Map(
    [...walk(document)]
      .filter(({ value }) => typeof value !== 'object' || value === null)
      .map(({ pointer, value }) => [pointer, value] as const),
  );
const isText = (pointer: string) =>
  /\/(title|summary|description|x-displayName)$|\/(x-enumDescriptions|scopes)\/[^/]+$|^\/x-tagGroups\/\d+\/name$/.test(
    pointer,
  ) && !/\/(examples?\/[^/]+\/value|example)\//.test(pointer);

describe('the English and the French bundle', () => {
  const english = leaves(bundle('en'));
  const french = leaves(bundle('fr'));

  test('the bundles of both languages have the same structure, in the same order', () => {
    expect([...walk(bundle('fr'))].map(({ pointer }) => pointer)).toEqual(
      [...walk(bundle('en'))].map(({ pointer }) => pointer),
    );
  });

  test('the bundles of both languages differ only in human-readable texts', () => {
    const differing = [...english].filter(([pointer, value]) => french.get(pointer) !== value);
    expect(differing.map(([pointer]) => pointer).filter((pointer) => !isText(pointer))).toEqual([]);
    expect(differing.length).toBeGreaterThan(60);
  });

  test('the bundles differ in every text, except words that are the same in both languages', () => {
    const same = [...english].filter(([pointer, value]) => isText(pointer) && french.get(pointer) === value);
    // Only a single word can be the same; a sentence never is.
    expect(same.filter(([, value]) => /\s/.test(String(value)))).toEqual([]);
    expect(same).toContainEqual(['/tags/0/x-displayName', 'Sessions']);
  });

  test.each(['en', 'fr'] as const)(
    'the bundles have the same content as JSON and as YAML (%s)',
    (language) => {
      expect(bundle(language, 'yaml')).toEqual(bundle(language, 'json'));
    },
  );

  test('the bundles differ by the published overlay, applied to the English bundle, and by nothing else', () => {
    const scratch = mkdtempSync(join(tmpdir(), 'published-overlay-'));
    try {
      const out = join(scratch, 'openapi.fr.json');
      const args = ['apply', 'dist/openapi.en.json', 'dist/fr.overlay.yaml', '-o', out];
      execFileSync('openapi-l10n', args, { cwd: fromPackageRoot('.') });
      expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(bundle('fr'));
    } finally {
      rmSync(scratch, { recursive: true });
    }
  });

  test('the bundles of both languages produce the same TypeScript types, comments aside', async () => {
    const types = async (language: 'en' | 'fr') =>
      astToString(await openapiTS(JSON.stringify(bundle(language)))).replace(/\/\*[\s\S]*?\*\//g, '');
    expect(await types('fr')).toBe(await types('en'));
  });
});

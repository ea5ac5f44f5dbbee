import { describe, expect, test } from 'vitest';
import { check, extract, parseSource } from '../src/index.ts';

const contract = (title: string, description: string, path = '/pets') =>
  parseSource(
    `openapi: 3.1.0
info: { title: ${title}, version: '1' }
paths:
  ${path}:
    get:
      summary: List pets
      description: ${description}
      responses:
        '200': { description: Fine }
`,
    'openapi.yaml',
  );

const overlay = (text: string) => parseSource(text, 'fr.overlay.yaml');
const translated = `overlay: 1.0.0
info: { title: Pets (fr), version: '1' }
x-l10n-language: fr
actions:
  # the title is short
  - target: $.info
    update: { title: Animaux } # agreed
    x-l10n-source: { title: Pets }
  - target: $.paths['/pets'].get
    update:
      summary: Lister les animaux
      description: Tous.
    x-l10n-source:
      summary: List pets
      description: All.
  - target: $.paths['/pets'].get.responses['200']
    update: { description: Bien }
    x-l10n-source: { description: Fine }
`;

describe('extract', () => {
  test('extract lists every text once, and a second run changes nothing', () => {
    const first = extract(contract('Pets', 'All.'), undefined, { language: 'fr' });
    expect(first.counts).toMatchObject({ texts: 4, added: 4 });
    const second = extract(contract('Pets', 'All.'), overlay(first.text));
    expect(second).toMatchObject({ changed: false, text: first.text });
  });

  test('extract leaves an up-to-date overlay unchanged, byte for byte', () => {
    expect(extract(contract('Pets', 'All.'), overlay(translated))).toMatchObject({
      changed: false,
      text: translated,
    });
  });

  test('extract marks a changed text as stale, with the old source next to the new', () => {
    const { text, counts } = extract(contract('Pets', 'All of them.'), overlay(translated));
    expect(counts).toMatchObject({ changed: 1, added: 0 });
    expect(text).toContain('description: Tous.');
    expect(text).toContain('x-l10n-stale:\n      description: All.');
    expect(text).toContain('# the title is short');
    expect(text).toContain('# agreed');
    expect(extract(contract('Pets', 'All of them.'), overlay(text)).changed).toBe(false);
    expect(extract(contract('Pets', 'All.'), overlay(text)).text).toBe(translated);
  });

  test('a translation follows its text to another path in extract', () => {
    const { text, counts } = extract(contract('Pets', 'All.', '/animals'), overlay(translated));
    expect(counts).toMatchObject({ moved: 3, added: 0, removed: 0 });
    expect(text).toBe(translated.replaceAll('/pets', '/animals'));
  });

  test('extract keeps translations of removed texts, and restores them with their text', () => {
    const small = parseSource(
      "openapi: 3.1.0\ninfo: { title: Pets, version: '1' }\npaths: {}\n",
      'openapi.yaml',
    );
    const { text, counts } = extract(small, overlay(translated));
    expect(counts).toMatchObject({ removed: 3 });
    expect(text).toContain('x-l10n-removed:');
    expect(text).toContain('Lister les animaux');
    expect(extract(small, overlay(text)).changed).toBe(false);
    const back = extract(contract('Pets', 'All.'), overlay(text));
    expect(back.counts).toMatchObject({ restored: 3, added: 0 });
    expect(
      check(contract('Pets', 'All.'), overlay(back.text)).filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });
});

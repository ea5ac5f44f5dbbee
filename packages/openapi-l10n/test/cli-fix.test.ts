import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contract, folderWith, overlay, run } from './run.ts';

const files = { 'openapi.yaml': contract, 'fr.yaml': overlay };

describe('fix', () => {
  const careless = `# Kept.
overlay: 1.0.0
info: {title: Pets (fr), version: '1'}
x-l10n-language: fr
actions:
    # The title.
    - target: $.info
      update:
          title: 'L''animal : "oui" ?'   # a comment
      x-l10n-source: {title: "The animal: “yes”?"}
    - target: $.paths['/pets'].post
      update:
          summary: >-
              Ajouter l'animal
              \`l'un\` !
`;

  test('fix corrects typography, keeps code, comments, quotes and indentation, and changes nothing the second time', async () => {
    using folder = folderWith({ ...files, 'fr.yaml': careless });
    const fix = async () => await run(['fix', 'openapi.yaml', 'fr.yaml'], folder.path);
    const read = async () => readFileSync(join(folder.path, 'fr.yaml'), 'utf8');
    expect(await fix()).toEqual({ code: 0, out: '', err: 'fr.yaml: fixed 2 texts\n' });
    const corrected = await read();
    const same = (line: string) => !/l'|L'/.test(line);
    expect(corrected.split('\n').filter((line) => careless.split('\n').includes(line))).toEqual(
      careless.split('\n').filter(same),
    );
    expect(corrected).toContain('L’animal\u00A0:');
    expect(corrected).toContain('l’animal');
    expect(corrected).toContain("`l'un`");
    expect(await fix()).toEqual({ code: 0, out: '', err: 'fr.yaml: fixed 0 texts\n' });
    expect(await read()).toBe(corrected);
  });
});

test('fix writes the typography of the language into a page', async () => {
  using folder = folderWith({ 'a.md': "It's: 5%\n", 'a.fr.md': "C'est : 5%\n" });
  const fixed = await run(['fix', 'a.md', 'a.fr.md', '--language', 'fr'], folder.path);
  expect(fixed).toEqual({ code: 0, out: '', err: 'a.fr.md: fixed\n' });
  expect(readFileSync(join(folder.path, 'a.fr.md'), 'utf8')).toBe('C’est\u00A0: 5\u00A0%\n');
  expect((await run(['fix', 'a.md', 'a.fr.md', '-l', 'fr'], folder.path)).err).toBe(
    'a.fr.md: nothing to fix\n',
  );
  expect(await run(['fix', 'a.md', 'a.fr.md'], folder.path)).toMatchObject({
    code: 2,
    err: expect.stringContaining('The page needs a language'),
  });
});

describe('apply', () => {
  test('apply writes YAML or JSON by the name of the file, YAML to standard output', async () => {
    using folder = folderWith(files);
    const apply = async (...args: string[]) =>
      await run(['apply', 'openapi.yaml', 'fr.yaml', ...args], folder.path);
    expect((await apply()).out).toContain('title: Animaux\n');
    expect(JSON.parse((await apply('--format', 'json')).out).info.title).toBe('Animaux');
    expect(await apply('-o', 'out.json')).toEqual({ code: 0, out: '', err: '' });
    expect(JSON.parse(readFileSync(join(folder.path, 'out.json'), 'utf8')).info.title).toBe('Animaux');
  });

  test('apply --strict fails if a target selects nothing, and writes nothing', async () => {
    using folder = folderWith({ ...files, 'fr.yaml': overlay.replace('$.info', '$.inof') });
    const strict = await run(['apply', 'openapi.yaml', 'fr.yaml', '--strict', '-o', 'out.json'], folder.path);
    expect(strict).toEqual({ code: 1, out: '', err: 'fr.yaml:5:13: the target selects nothing\n' });
    expect(() => readFileSync(join(folder.path, 'out.json'))).toThrow('ENOENT');
  });
});

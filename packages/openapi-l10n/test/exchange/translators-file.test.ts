import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contract, folderWith, good, run } from '../run.ts';

const read = (folder: { path: string }, name: string) => readFileSync(join(folder.path, name), 'utf8');

describe('a file of a translator’s tool', () => {
  test.each(['fr.xlf', 'fr.po', 'fr.csv'])(
    'importing an unchanged export to %s changes nothing',
    async (name) => {
      using folder = folderWith(good);
      expect((await run(['export', 'openapi.yaml', 'fr.yaml', '-o', name], folder.path)).code).toBe(0);
      const { code, err } = await run(['import', 'openapi.yaml', name, '--overlay', 'fr.yaml'], folder.path);
      expect({ code, err }).toEqual({
        code: 0,
        err: expect.stringMatching(/^fr\.yaml: unchanged \(0 updated, 5 unchanged/),
      });
      expect(read(folder, 'fr.yaml')).toBe(good['fr.yaml']);
    },
  );

  test.each(['fr.xlf', 'fr.po'])(
    'an import of %s into the overlay of another language is refused, and changes nothing',
    async (name) => {
      using folder = folderWith(good);
      await run(['export', 'openapi.yaml', 'fr.yaml', '-o', name], folder.path);
      await run(['extract', 'openapi.yaml', '--overlay', 'de.yaml', '--language', 'de'], folder.path);
      const before = read(folder, 'de.yaml');
      const { code, err } = await run(['import', 'openapi.yaml', name, '--overlay', 'de.yaml'], folder.path);
      expect(code).toBe(2);
      expect(err).toContain(`${name} is in French (fr), and de.yaml is in German (de)`);
      expect(read(folder, 'de.yaml')).toBe(before);
    },
  );

  test('an import writes a new translation, and leaves everything else unchanged', async () => {
    using folder = folderWith(good);
    await run(['export', 'openapi.yaml', 'fr.yaml', '-o', 'fr.csv'], folder.path);
    writeFileSync(
      join(folder.path, 'fr.csv'),
      read(folder, 'fr.csv').replace('Ajouter un animal', 'Créer un animal'),
    );
    await run(['import', 'openapi.yaml', 'fr.csv', '--overlay', 'fr.yaml'], folder.path);
    expect(read(folder, 'fr.yaml')).toBe(good['fr.yaml'].replace('Ajouter un animal', 'Créer un animal'));
  });

  test('importing an approved translation of a changed text makes it up to date', async () => {
    using folder = folderWith({ ...good, 'openapi.yaml': contract.replace('Add a pet', 'Add one pet') });
    await run(['extract', 'openapi.yaml', '--overlay', 'fr.yaml'], folder.path);
    expect(read(folder, 'fr.yaml')).toContain('x-l10n-stale');
    await run(['export', 'openapi.yaml', 'fr.yaml', '-o', 'fr.po'], folder.path);
    expect(read(folder, 'fr.po')).toContain('#, fuzzy');
    expect(read(folder, 'fr.po')).toContain('#| msgid "Add a pet"');
    writeFileSync(join(folder.path, 'fr.po'), read(folder, 'fr.po').replace('#, fuzzy\n', ''));
    await run(['import', 'openapi.yaml', 'fr.po', '--overlay', 'fr.yaml'], folder.path);
    expect(read(folder, 'fr.yaml')).not.toContain('x-l10n-stale');
  });

  test('an import for an older contract loses nothing: matching translations are taken, the rest is kept and listed', async () => {
    using folder = folderWith(good);
    await run(['export', 'openapi.yaml', 'fr.yaml', '-o', 'fr.csv'], folder.path);
    const newer = contract
      .replace('List all pets', 'List every pet') // says something else by now
      .replace(/ {4}post:[\s\S]*/, ''); // gone, with two texts
    writeFileSync(join(folder.path, 'openapi.yaml'), newer);
    const { err } = await run(
      ['import', 'openapi.yaml', 'fr.csv', '--overlay', 'new.yaml', '-l', 'fr'],
      folder.path,
    );
    expect(err).toContain('2 updated');
    expect(err).toContain('1 stale, 2 unplaced');
    expect(err).toContain(
      "$['paths']['/pets']['post'] summary: not in the contract; kept under x-l10n-removed",
    );
    const overlay = read(folder, 'new.yaml');
    for (const text of ['Animaux', 'Lister tous les animaux', 'Ajouter un animal', 'Le nouvel animal.']) {
      expect(overlay).toContain(text);
    }
    expect(overlay).toMatch(/x-l10n-stale:\s+summary: List all pets/);
    const again = await run(['import', 'openapi.yaml', 'fr.csv', '--overlay', 'new.yaml'], folder.path);
    expect(again.err).toMatch(/^new\.yaml: unchanged/);
  });
});

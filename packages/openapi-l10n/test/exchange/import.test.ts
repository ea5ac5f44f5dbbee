import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyOverlay, check, parseSource, texts } from '../../src/index.ts';
import { folderWith, run } from '../run.ts';

const read = (folder: { path: string }, name: string) => readFileSync(join(folder.path, name), 'utf8');

describe('a translated copy of a contract', () => {
  const original = `openapi: 3.0.3
info: { title: Library, version: "1" }
tags:
  - { name: books, description: Everything about books. }
  - { name: loans, description: Who has what. }
paths:
  /books:
    get:
      operationId: listBooks
      summary: List books
      parameters:
        - { name: sort, in: query, description: Order of the list., schema: { type: string, enum: [title, year] } }
        - { name: limit, in: query, description: Size of a page., schema: { type: integer, default: 20 } }
      responses:
        "200": { description: A page. }
  /loans:
    post:
      operationId: lend
      summary: Lend a book
      responses:
        "201": { description: Lent. }
components:
  schemas:
    Book:
      type: object
      description: One book.
      required: [isbn]
      properties:
        isbn: { type: string, description: Its number., example: 9780140449136 }
        shelf: { type: string, description: Where it is. }
`;
  const copy = `openapi: 3.0.3
info: { title: Bibliothèque, version: "1" }
tags:
  - { name: loans, description: Qui a quoi. }
  - { name: books, description: Tout sur les livres. }
paths:
  /livres:
    get:
      operationId: listBooks
      summary: Lister les livres
      parameters:
        - { name: limit, in: query, description: Taille d’une page., schema: { type: integer, default: 25 } }
        - { name: sort, in: query, description: Ordre de la liste., schema: { type: string, enum: [titre, year] } }
      responses:
        "200": { description: Une page. }
components:
  schemas:
    Livre:
      type: object
      description: One book.
      required: [isbn]
      properties:
        isbn: { type: string, description: Son numéro., example: 9780140449136 }
        shelf: { type: string, description: Sa place. }
        note: { type: string, description: Un mot du lecteur. }
`;
  const files = { 'openapi.yaml': original, 'openapi.fr.yaml': copy };
  const command = ['import', 'openapi.yaml', 'openapi.fr.yaml', '--overlay', 'fr.overlay.yaml'];

  test('a translated copy becomes an overlay with every text of the copy, even if names were changed or moved', async () => {
    using folder = folderWith(files);
    await run(command, folder.path);
    const overlay = parseSource(read(folder, 'fr.overlay.yaml'), 'fr.overlay.yaml');
    const { document } = applyOverlay(parseSource(original, 'openapi.yaml').value, overlay.value);
    const valuesOf = (value: unknown) =>
      texts(value as Parameters<typeof texts>[0]).map((text) => text.value);
    expect(valuesOf(document)).toEqual([
      'Bibliothèque',
      'Tout sur les livres.',
      'Qui a quoi.',
      'Lister les livres',
      'Ordre de la liste.',
      'Taille d’une page.',
      'Une page.',
      'Lend a book',
      'Lent.',
      'One book.',
      'Son numéro.',
      'Sa place.',
    ]);
  });

  test('all other differences of a translated copy are reported with their place, and the command exits with 1', async () => {
    using folder = folderWith(files);
    const { code, out, err } = await run(command, folder.path);
    expect(code).toBe(1);
    expect(out.split('\n').filter(Boolean).toSorted()).toEqual([
      'openapi.fr.yaml:12:104 changed  20 became 25',
      'openapi.fr.yaml:13:100 changed  "title" became "titre"',
      'openapi.fr.yaml:19:7 renamed  "Book" became "Livre"',
      'openapi.fr.yaml:25:15 extra  "note" is not in the contract',
      'openapi.fr.yaml:8:5 renamed  "/books" became "/livres"',
      'openapi.yaml:17:5 missing  "/loans" is missing',
    ]);
    expect(err).toContain('written (12 texts, 9 translated, 1 same, 2 absent, 1 unplaced)');
    expect(err).toContain('6 differences that are not texts');
  });

  test('the name of an API is not taken for a text that is not translated', async () => {
    const titled = (title: string) =>
      `openapi: 3.1.0\ninfo: { title: ${title}, version: '1', description: Bonjour. }\npaths: {}\n`;
    using folder = folderWith({
      'openapi.yaml': titled('Neural4D API').replace('Bonjour', 'Hello'),
      'openapi.fr.yaml': titled('Neural4D API'),
    });
    const { err } = await run(command, folder.path);
    expect(err).toContain('written (2 texts, 2 translated, 0 same, 0 absent, 0 unplaced)');
  });

  test('untranslated texts of a copy stay missing, and texts without a place in the contract are kept', async () => {
    using folder = folderWith(files);
    await run(command, folder.path);
    const overlay = parseSource(read(folder, 'fr.overlay.yaml'), 'fr.overlay.yaml');
    const missing = check(parseSource(original, 'openapi.yaml'), overlay).filter(
      ({ rule }) => rule === 'missing',
    );
    expect(missing.map(({ pointer }) => pointer)).toEqual([
      '/paths/~1loans/post/summary',
      '/paths/~1loans/post/responses/201/description',
      '/components/schemas/Book/description',
    ]);
    expect(overlay.text).toContain('Un mot du lecteur.');
  });

  test('a translated copy may translate example values if the project allows it', async () => {
    const examples = (text: string) =>
      `openapi: 3.1.0\ninfo: { title: T, version: "1" }\ncomponents:\n  schemas:\n    A: { type: string, example: ${text} }\n`;
    using folder = folderWith({
      'openapi.yaml': examples('Hello'),
      'openapi.fr.yaml': examples('Bonjour'),
    });
    expect(await run(command, folder.path)).toMatchObject({
      code: 1,
      out: expect.stringContaining('"Hello" became "Bonjour"'),
    });
    expect(await run([...command, '--translated-examples'], folder.path)).toMatchObject({ code: 0, out: '' });
  });

  test('a copy that is not an OpenAPI document is refused', async () => {
    using folder = folderWith({ ...files, 'openapi.fr.yaml': 'a: 1\n' });
    expect(await run(command, folder.path)).toMatchObject({
      code: 2,
      err: expect.stringContaining('This is not an OpenAPI document'),
    });
  });
});

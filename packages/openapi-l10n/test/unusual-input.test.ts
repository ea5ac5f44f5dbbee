import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contract, folderWith, overlay, run } from './run.ts';

const check = ['check', 'openapi.yaml', 'fr.yaml'];

test('circular references do not matter, since each text is listed where it is written', async () => {
  const circular = `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /a: { $ref: "#/paths/~1b" }
  /b: { $ref: "#/paths/~1a" }
components:
  schemas:
    Pet: { description: A pet., properties: { parent: { $ref: "#/components/schemas/Pet" } } }
    Loop: { $ref: "#/components/schemas/Loop" }
`;
  using folder = folderWith({ 'openapi.yaml': circular });
  const made = await run(['extract', 'openapi.yaml', '--overlay', 'fr.yaml', '-l', 'fr'], folder.path);
  expect(made).toMatchObject({ code: 0, err: expect.stringContaining('2 texts, 2 added') });
  expect(await run(check, folder.path)).toMatchObject({ code: 1, out: expect.stringContaining('2 errors') });
  expect((await run(['apply', 'openapi.yaml', 'fr.yaml', '-o', 'out.yaml'], folder.path)).code).toBe(0);
  expect((await run(['status', 'openapi.yaml', 'fr.yaml'], folder.path)).code).toBe(0);
});

test('a byte-order mark and CRLF are understood, and kept when an overlay is written', async () => {
  const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
  const older = overlay.replace('List all pets }', 'List pets }');
  using folder = folderWith({ 'openapi.yaml': windows(contract), 'fr.yaml': windows(older) });
  expect((await run(['extract', 'openapi.yaml', '--overlay', 'fr.yaml'], folder.path)).code).toBe(0);
  const written = readFileSync(join(folder.path, 'fr.yaml'), 'utf8');
  expect(written.startsWith('\uFEFFoverlay: 1.0.0\r\n')).toBe(true);
  expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect((await run(check, folder.path)).out).toContain('fr.yaml:9:24  error  stale');
});

test('a contract of 20 MB is processed', async () => {
  const paths = Object.fromEntries(
    Array.from({ length: 5000 }, (_, n) => [
      `/pets/${n}`,
      {
        get: {
          summary: `Get pet ${n}`,
          responses: {
            200: { description: 'A pet.', content: { 'text/plain': { example: 'x'.repeat(4200) } } },
          },
        },
      },
    ]),
  );
  const large = JSON.stringify({ openapi: '3.1.0', info: { title: 'Pets', version: '1' }, paths });
  expect(large.length).toBeGreaterThan(20 * 2 ** 20);
  using folder = folderWith({ 'openapi.json': large });
  const made = await run(['extract', 'openapi.json', '--overlay', 'fr.yaml', '-l', 'fr'], folder.path);
  expect(made).toMatchObject({ code: 0, err: expect.stringContaining('10001 texts, 10001 added') });
  const found = await run(['check', 'openapi.json', 'fr.yaml', '--format', 'json'], folder.path);
  expect(found).toMatchObject({ code: 1, err: '' });
  expect(JSON.parse(found.out).findings).toHaveLength(10_001);
  expect((await run(['apply', 'openapi.json', 'fr.yaml', '-o', 'out.json'], folder.path)).code).toBe(0);
  expect(readFileSync(join(folder.path, 'out.json'), 'utf8').length).toBeGreaterThan(large.length);
});

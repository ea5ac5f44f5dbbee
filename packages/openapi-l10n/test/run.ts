import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

/** What a run of the command left behind. */
export interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the built command as a user's shell does. */
export function run(args: readonly string[], cwd: string): Run {
  const program = join(import.meta.dirname, '../bin/openapi-l10n.js');
  const { NODE_OPTIONS: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return { code: status, out: stdout, err: stderr };
}

/** A folder with files, which is removed at the end of the block. */
export function folderWith(
  files: Readonly<Record<string, string | Uint8Array>>,
): Disposable & { path: string } {
  const path = mkdtempSync(join(tmpdir(), 'openapi-l10n-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** A small contract, and an overlay of it in which nothing is to find. */
export const contract = `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /pets:
    get:
      summary: List all pets
      responses:
        "200": { description: A page of at most 100 \`pets\`. }
    post:
      summary: Add a pet
      responses:
        "201": { description: The new pet. }
`;

export const overlay = `overlay: 1.0.0
info: { title: Pets (fr), version: "1" }
x-l10n-language: fr
actions:
  - target: $.info
    update: { title: Animaux }
    x-l10n-source: { title: Pets }
  - target: $.paths['/pets'].get
    update: { summary: Lister tous les animaux }
    x-l10n-source: { summary: List all pets }
  - target: $.paths['/pets'].get.responses['200']
    update: { description: Une page de 100 \`pets\` au plus. }
    x-l10n-source: { description: A page of at most 100 \`pets\`. }
  - target: $.paths['/pets'].post
    update: { summary: Ajouter un animal }
    x-l10n-source: { summary: Add a pet }
  - target: $.paths['/pets'].post.responses['201']
    update: { description: Le nouvel animal. }
    x-l10n-source: { description: The new pet. }
`;

/** Both, by the names that the tests use. */
export const good = { 'openapi.yaml': contract, 'fr.yaml': overlay };

/** Runs a command over files, and expects that it refuses them: exit code 2, the place, no stack, nothing written. */
export function refused(files: Record<string, string | Uint8Array>, args: readonly string[]): string {
  using folder = folderWith({ ...good, ...files });
  const before = readdirSync(folder.path);
  const { code, out, err } = run(args, folder.path);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^openapi-l10n: /);
  expect(err).not.toMatch(/\n\s+at |node:internal|\.ts:|\.js:/);
  expect(readdirSync(folder.path)).toEqual(before);
  return err;
}

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { main } from '../src/cli/main.ts';

/** The result of a run of the command. */
export interface Run {
  code: number | null;
  out: string;
  err: string;
}

/**
 * Runs a command in this process, in a folder; only the tests of the packed package start a separate process.
 */
export async function run(
  args: readonly string[],
  cwd: string,
  progress?: (text: string) => void,
): Promise<Run> {
  const before = process.cwd();
  const written = { out: '', err: '' };
  process.chdir(cwd);
  try {
    const code = await main([...args], {
      out: (text) => {
        written.out += text;
      },
      err: (text) => {
        written.err += text;
      },
      progress,
      colour: false,
    });
    return { code, ...written };
  } finally {
    process.chdir(before);
  }
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

/** A small contract, and an overlay without findings. */
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

/**
 * Runs a command on files, and expects that it refuses them: exit code 2, the place, no stack, nothing
 * written.
 */
export async function refused(
  files: Record<string, string | Uint8Array>,
  args: readonly string[],
): Promise<string> {
  using folder = folderWith({ ...good, ...files });
  const before = readdirSync(folder.path);
  const { code, out, err } = await run(args, folder.path);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^openapi-l10n: /);
  expect(err).not.toMatch(/\n\s+at |node:internal|\.ts:|\.js:/);
  expect(readdirSync(folder.path)).toEqual(before);
  return err;
}

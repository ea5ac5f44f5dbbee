import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RemoteCache, startRemoteCache } from '../../src/remote-cache.ts';
import { installedCopy, type Scratch, scratchCopy } from '../../src/scratch.ts';
import { tasksToRun, turbo } from '../../src/turbo.ts';
import { root } from '../../src/workspace.ts';

let scratch: Scratch;
let copy: string;
let remote: RemoteCache;

/** A copy of the sources in another folder, with nothing generated and no cache but an empty remote one. */
beforeAll(async () => {
  scratch = installedCopy();
  copy = scratch.folder;
  remote = await startRemoteCache();
}, 120_000);
afterAll(async () => {
  scratch[Symbol.dispose]();
  await remote[Symbol.asyncDispose]();
});

function digests(folder: string): Record<string, string> {
  const files = globSync('{openapi,packages/*,apps/*}/{dist,generated,src/generated}/**', { cwd: folder });
  return Object.fromEntries(
    files
      .filter((file) => statSync(join(folder, file)).isFile())
      .toSorted()
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex'),
      ]),
  );
}

/** The output of a failing build; nothing if it succeeds. */
function complaintOf(folder: string): string {
  try {
    turbo(folder, ['build']);
    return '';
  } catch (error) {
    return String(error);
  }
}

const contract = 'openapi/openapi.yaml';
const overlay = 'openapi/l10n/fr.overlay.yaml';

describe('the build', { timeout: 400_000 }, () => {
  test('a clean build in another folder produces the same bytes', () => {
    const here = digests(root);
    turbo(copy, ['build'], remote.env);
    const there = digests(copy);
    expect(Object.keys(there).length).toBeGreaterThan(20);
    // Only files of the copy: here, files of an older build may remain, since turbo never removes files.
    expect(Object.keys(there).filter((file) => there[file] !== here[file])).toEqual([]);
  });

  test('a second clone restores the build from a shared remote cache, with the same bytes', () => {
    // No dependencies are installed in it, so no task could run.
    using clone = scratchCopy();
    expect(turbo(clone.folder, ['build'], remote.env)).toMatch(/Cached:\s+(\d+) cached, \1 total/);
    expect(digests(clone.folder)).toEqual(digests(copy));
  });

  test('the build has nothing to do when nothing has changed', () => {
    expect(tasksToRun(copy)).toEqual([]);
  });

  test('the build writes the contract in a third language from one more overlay, without any other edit', () => {
    const third = join(copy, 'openapi/l10n/es.overlay.yaml');
    const french = readFileSync(join(copy, overlay), 'utf8');
    writeFileSync(third, french.replace('x-l10n-language: fr', 'x-l10n-language: es'));
    turbo(copy, ['localise']);
    rmSync(third);
    const bundle = (language: string) =>
      readFileSync(join(copy, `openapi/dist/openapi.${language}.json`), 'utf8');
    expect(bundle('es')).toBe(bundle('fr'));
  });

  test.for([
    [
      'a syntax error in the contract',
      contract,
      (text: string) => `${text}  oops: [`,
      /openapi\.yaml\W+\d+:\d+/,
    ],
    ['an overlay that is not YAML', overlay, () => 'actions: [', /fr\.overlay\.yaml:\d+/],
    [
      'a target that matches nothing',
      overlay,
      (text: string) => text.replace('target: $.info\n', 'target: $.infos\n'),
      /fr\.overlay\.yaml:\d+:\d+[\s\S]*orphan/,
    ],
    [
      'a text without French',
      overlay,
      (text: string) => text.replace(/^ {6}summary: .*\n/m, ''),
      /yaml:\d+:\d+[\s\S]*missing/,
    ],
  ] as const)(
    'the build fails on %s, with the file, the line and the reason',
    ([_, file, breakText, words]) => {
      const path = join(copy, file);
      const before = readFileSync(path, 'utf8');
      writeFileSync(path, breakText(before));
      expect(readFileSync(path, 'utf8')).not.toBe(before);
      const printed = complaintOf(copy);
      writeFileSync(path, before);
      expect(printed).toMatch(words);
      expect(printed).not.toMatch(/^.*:docs:build:.*$/m);
    },
  );
});

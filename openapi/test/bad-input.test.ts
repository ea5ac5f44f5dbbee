import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileFromRoom } from '../scripts/room.ts';

// Each case spoils a copy of this package and runs the same scripts as the build.
let copy: string;
beforeEach(() => {
  const house = mkdtempSync(join(tmpdir(), 'contract-bad-input-'));
  copy = join(house, 'openapi');
  for (const part of ['openapi.yaml', 'l10n', 'samples', 'scripts', 'package.json'])
    cpSync(fileFromRoom(part), join(copy, part), { recursive: true });
  cpSync(fileFromRoom('../redocly.yaml'), join(house, 'redocly.yaml'));
  symlinkSync(fileFromRoom('node_modules'), join(copy, 'node_modules'));
  symlinkSync(fileFromRoom('../node_modules'), join(house, 'node_modules'));
});
afterEach(() => rmSync(join(copy, '..'), { recursive: true, force: true }));

const run = (script: 'bundle' | 'localise') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(copy, `scripts/${script}.ts`)], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, report: stdout + stderr };
};
/** Replaces one text of a file of the copy, and says in which line it stood. */
const spoil = (file: string, search: string, replacement: string): number => {
  const text = readFileSync(join(copy, file), 'utf8');
  const at = text.indexOf(search);
  expect(at, `${file} holds ${search}`).toBeGreaterThan(-1);
  writeFileSync(join(copy, file), text.slice(0, at) + replacement + text.slice(at + search.length));
  return text.slice(0, at).split('\n').length;
};
const built = (name: string) => existsSync(join(copy, 'dist', name));

describe('the build stops, says where and why, and leaves nothing half-made', () => {
  test('at a syntax error in the contract', () => {
    const line = spoil('openapi.yaml', '  version: ', '   version: ');
    const { status, report } = run('bundle');
    expect(status).toBe(1);
    expect(report).toContain('openapi.yaml');
    expect(report).toMatch(new RegExp(`openapi\\.yaml" \\(${line}:\\d+\\)`));
    expect(report).not.toMatch(/^\s+at /m);
    expect(built('openapi.en.json')).toBe(false);
  });

  test('at a folder of samples that names no operation', () => {
    cpSync(join(copy, 'samples/getSessionsDataSeries'), join(copy, 'samples/getSesions'), {
      recursive: true,
    });
    const { status, report } = run('bundle');
    expect(status).toBe(1);
    expect(report).toContain('samples/getSesions: the contract has no operation of that name.');
    expect(report).toContain('getSessionsDataSeries');
    expect(built('openapi.en.json')).toBe(false);
  });

  test('at an overlay target that matches nothing', () => {
    const line = spoil(
      'l10n/fr.overlay.yaml',
      'target: $.components.parameters.unit\n',
      'target: $.components.parameters.unite\n',
    );
    const { status, report } = run('localise');
    expect(status).toBe(1);
    expect(report).toContain(`l10n/fr.overlay.yaml:${line}:`);
    expect(report).toContain('$.components.parameters.unite');
    expect(built('openapi.fr.json')).toBe(false);
  });

  test('at a text without its French', () => {
    const line = spoil(
      'openapi.yaml',
      '      description: Why the request failed.\n',
      '      title: A new text\n      description: Why the request failed.\n',
    );
    const { status, report } = run('localise');
    expect(status).toBe(1);
    expect(report).toContain(`openapi.yaml:${line}:`);
    expect(report).toContain('missing');
    expect(built('openapi.fr.json')).toBe(false);
  });

  test('at a French text whose English has changed since', () => {
    spoil('openapi.yaml', 'Why the request failed.', 'Why the request was refused.');
    const { status, report } = run('localise');
    expect(status).toBe(1);
    expect(report).toMatch(/l10n\/fr\.overlay\.yaml:\d+:/);
    expect(report).toContain('stale');
    expect(built('openapi.fr.json')).toBe(false);
  });

  test('at a word that the glossary forbids', () => {
    const line = spoil(
      'l10n/fr.overlay.yaml',
      'description: La page de l’éditeur sur',
      'description: La page du vendeur sur',
    );
    const { status, report } = run('localise');
    expect(status).toBe(1);
    expect(report).toContain(`l10n/fr.overlay.yaml:${line}:`);
    expect(report).toContain('glossary');
    expect(report).toContain('“vendeur” is a forbidden rendering of “vendor”');
    expect(built('openapi.fr.json')).toBe(false);
  });

  test('at a name, a number or a link that the translation changes', () => {
    spoil('l10n/fr.overlay.yaml', '`length` hors limites', '`longueur` hors limites');
    spoil('l10n/fr.overlay.yaml', 'de 1 à 100 inclus', 'de 1 à 1000 inclus');
    spoil(
      'l10n/fr.overlay.yaml',
      '](https://www.braze.com/docs/api/api_limits/)',
      '](https://www.braze.com/docs/fr/api/api_limits/)',
    );
    const { status, report } = run('localise');
    expect(status).toBe(1);
    for (const rule of ['protected-term', 'number', 'link']) expect(report).toContain(`error  ${rule}`);
    expect(built('openapi.fr.json')).toBe(false);
  });
});

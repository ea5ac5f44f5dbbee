import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fromPackageRoot } from '../../scripts/package-files.ts';

// Each case breaks a copy of this package and runs the same scripts as the build.
let copy: string;
beforeEach(() => {
  const root = mkdtempSync(join(tmpdir(), 'contract-bad-input-'));
  copy = join(root, 'openapi');
  for (const part of ['openapi.yaml', 'l10n', 'samples', 'scripts', 'package.json'])
    cpSync(fromPackageRoot(part), join(copy, part), { recursive: true });
  cpSync(fromPackageRoot('../redocly.yaml'), join(root, 'redocly.yaml'));
  symlinkSync(fromPackageRoot('node_modules'), join(copy, 'node_modules'));
  symlinkSync(fromPackageRoot('../node_modules'), join(root, 'node_modules'));
});
afterEach(() => rmSync(join(copy, '..'), { recursive: true, force: true }));

const run = (script: 'bundle' | 'localise') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(copy, `scripts/${script}.ts`)], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, report: stdout + stderr };
};
/** Replaces a text in a file of the copy. Returns its line number. */
const replaceInCopy = (file: string, search: string, replacement: string): number => {
  const text = readFileSync(join(copy, file), 'utf8');
  const at = text.indexOf(search);
  expect(at, `${file} contains ${search}`).toBeGreaterThan(-1);
  writeFileSync(join(copy, file), text.slice(0, at) + replacement + text.slice(at + search.length));
  return text.slice(0, at).split('\n').length;
};
const built = (name: string) => existsSync(join(copy, 'dist', name));

describe('the build fails, reports file, line and reason, and leaves no partial output', () => {
  test('the build fails on a syntax error in the contract', () => {
    const line = replaceInCopy('openapi.yaml', '  version: ', '   version: ');
    const { status, report } = run('bundle');
    expect(status).toBe(1);
    expect(report).toContain('openapi.yaml');
    expect(report).toMatch(new RegExp(`openapi\\.yaml" \\(${line}:\\d+\\)`));
    expect(report).not.toMatch(/^\s+at /m);
    expect(built('openapi.en.json')).toBe(false);
  });

  test('the build fails on a samples folder whose name is not an operationId', () => {
    cpSync(join(copy, 'samples/getSessionsDataSeries'), join(copy, 'samples/getSesions'), {
      recursive: true,
    });
    const { status, report } = run('bundle');
    expect(status).toBe(1);
    expect(report).toContain('samples/getSesions: no operation has this operationId.');
    expect(report).toContain('getSessionsDataSeries');
    expect(built('openapi.en.json')).toBe(false);
  });

  test('the build fails on an overlay target that matches nothing', () => {
    const line = replaceInCopy(
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

  test('the build fails on a text without a French translation', () => {
    const line = replaceInCopy(
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

  test('the build fails on a French text whose English source has changed', () => {
    replaceInCopy('openapi.yaml', 'Why the request failed.', 'Why the request was refused.');
    const { status, report } = run('localise');
    expect(status).toBe(1);
    expect(report).toMatch(/l10n\/fr\.overlay\.yaml:\d+:/);
    expect(report).toContain('stale');
    expect(built('openapi.fr.json')).toBe(false);
  });

  test('the build fails on a word that the glossary forbids', () => {
    const line = replaceInCopy(
      'l10n/fr.overlay.yaml',
      'L’identifiant API d’un segment',
      'L’identificateur API d’un segment',
    );
    const { status, report } = run('localise');
    expect(status).toBe(1);
    expect(report).toContain(`l10n/fr.overlay.yaml:${line}:`);
    expect(report).toContain('glossary');
    expect(report).toContain('“identificateur” is a forbidden translation of “identifier”');
    expect(built('openapi.fr.json')).toBe(false);
  });

  test('the build fails on a name, number or link that the translation changes', () => {
    replaceInCopy('l10n/fr.overlay.yaml', '`length` hors limites', '`longueur` hors limites');
    replaceInCopy('l10n/fr.overlay.yaml', 'de 1 à 100 inclus', 'de 1 à 1000 inclus');
    replaceInCopy(
      'l10n/fr.overlay.yaml',
      '](https://www.braze.com/docs/api/api_limits/)',
      '](https://www.braze.com/docs/api/limits/)',
    );
    const { status, report } = run('localise');
    expect(status).toBe(1);
    for (const rule of ['protected-term', 'number', 'link']) expect(report).toContain(`error  ${rule}`);
    expect(built('openapi.fr.json')).toBe(false);
  });
});

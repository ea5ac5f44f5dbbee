import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderWith, good, overlay, run } from './run.ts';

const broken = overlay.replace('Une page de 100 `pets`', 'Une page de 10 `pets`');

describe('in a foreign repository', () => {
  const root = join(import.meta.dirname, '../../..');
  /** Runs a shell script in which npx runs this package, whatever the version. */
  const shell = (script: string, cwd: string, env: Record<string, string> = {}, args: string[] = []) => {
    const npx = `npx() { "${process.execPath}" "${root}/packages/openapi-l10n/bin/openapi-l10n.js" "\${@:3}"; }`;
    const { status, stdout, stderr } = spawnSync('bash', ['-ec', `${npx}\n${script}`, 'step', ...args], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    return { code: status, out: stdout, err: stderr };
  };
  const yaml = (file: string) => parse(readFileSync(join(root, file), 'utf8'));

  test('the GitHub Action reports the findings of every overlay, except those of the baseline', async () => {
    using folder = folderWith({ ...good, 'fr.yaml': broken });
    const { runs, inputs } = yaml('packages/openapi-l10n/action.yml');
    const [{ run: script }] = runs.steps;
    expect(script).toContain('npx --yes "openapi-l10n@$VERSION" check');
    writeFileSync(join(folder.path, 'de.yaml'), broken.replace('language: fr', 'language: de'));
    const step = (BASELINE: string, OVERLAYS = 'fr.yaml de.yaml') =>
      shell(script, folder.path, {
        CONTRACT: 'openapi.yaml',
        OVERLAYS,
        BASELINE,
        VERSION: inputs.version.default,
      });
    const { code, out } = step('');
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=fr\.yaml,line=\d+,col=\d+,/m);
    expect(out).toMatch(/^::error file=de\.yaml,/m);
    expect(step('', 'fr.yaml\nde.yaml\n').out).toBe(out);
    const files = ['check', 'openapi.yaml', 'fr.yaml', 'de.yaml'];
    await run([...files, '--baseline', 'accepted.json', '--update-baseline'], folder.path);
    expect(step('accepted.json')).toMatchObject({ code: 0, out: '' });
  });

  test('the pre-commit hooks check the files that their arguments name', () => {
    using folder = folderWith({
      ...good,
      'fr.yaml': broken,
      'en/guide.md': 'At most 100 pets.\n',
      'fr/guide.md': 'Au plus 10 animaux.\n',
    });
    const hooks: { id: string; entry: string; pass_filenames: boolean; language: string }[] =
      yaml('.pre-commit-hooks.yaml');
    const args: Record<string, string[]> = {
      'openapi-l10n-check': ['openapi.yaml', 'fr.yaml'],
      'openapi-l10n-check-markdown': ['--source', 'en', '--target', 'fr', '--language', 'fr'],
    };
    expect(hooks.map(({ id }) => id)).toEqual(Object.keys(args));
    for (const { id, entry, pass_filenames, language } of hooks) {
      expect({ pass_filenames, language }).toEqual({ pass_filenames: false, language: 'system' });
      // npx --no-install openapi-l10n …
      const { code, out } = shell(`${entry} "$@"`, folder.path, {}, args[id]);
      expect(code, id).toBe(1);
      expect(out, id).toContain('number');
    }
  });
});

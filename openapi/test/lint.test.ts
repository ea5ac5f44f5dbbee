import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { fromPackageRoot } from '../scripts/package-files.ts';

// Bundles keep parameters by name, though operations no longer refer to them.
const byName = ['--skip-rule', 'no-unused-components'];

test.each([
  ['openapi.yaml', []],
  ['dist/openapi.en.yaml', byName],
  ['dist/openapi.fr.yaml', byName],
  ['workflows.arazzo.yaml', []],
])('redocly lint finds no problem in %s under its strictest rules', (file, more) => {
  const { status, stdout } = spawnSync(
    'redocly',
    [
      'lint',
      file,
      '--config',
      '../redocly.yaml',
      '--extends',
      'recommended-strict',
      '--format',
      'json',
      ...more,
    ],
    { cwd: fromPackageRoot('.'), encoding: 'utf8' },
  );
  const { totals }: { totals: Record<string, number> } = JSON.parse(stdout);
  expect(totals, stdout).toEqual({ errors: 0, warnings: 0, ignored: 0 });
  expect(status).toBe(0);
});

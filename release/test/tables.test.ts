import { describe, expect, test } from 'vitest';
import { freshReadmes } from '../src/package-table.ts';
import { freshContributing, rebuiltTasks } from '../src/rebuild-table.ts';

describe('the table of packages', () => {
  test.each(freshReadmes())('the table of packages in $file is fresh (else: pnpm table)', ({ stale }) => {
    expect(stale).toBe(false);
  });
});

describe('the table of rebuilds', () => {
  const rebuilt = rebuiltTasks();
  const packagesAfter = (file: string) => [
    ...new Set(rebuilt.get(file)?.map((task) => task.replace(/#.*/, '').replace('@session-series/', ''))),
  ];

  test('the table of rebuilds in CONTRIBUTING.md is fresh (else: pnpm table)', () => {
    expect(freshContributing(rebuilt).stale).toBe(false);
  });

  test('an edit of the contract rebuilds everything generated from it, but not the checker', () => {
    expect(packagesAfter('openapi/openapi.yaml')).toEqual([
      'cli',
      'client',
      'contract',
      'demo',
      'docs',
      'mock',
    ]);
  });

  test('an edit of French texts rebuilds neither client nor mock', () => {
    expect(packagesAfter('openapi/l10n/fr.overlay.yaml')).toEqual(['contract', 'demo', 'docs']);
  });

  test('an edit of the checker of translations rebuilds its dependents, but no other engine, client or mock', () => {
    expect(packagesAfter('packages/openapi-l10n/src/index.ts')).toEqual([
      'contract',
      'demo',
      'docs',
      'openapi-l10n',
      'redoc-l10n',
    ]);
  });

  test.each(['packages/client/test/retries.test.ts', 'packages/client/README.md', 'scripts/start.ts'])(
    'an edit of %s rebuilds nothing',
    (file) => expect(rebuilt.get(file)).toEqual([]),
  );
});

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CONTRACT, gate, Repository } from './repository.ts';

let repository: Repository;
beforeEach(() => {
  repository = new Repository();
});
afterEach(() => repository[Symbol.dispose]());

describe('openapi-gate check', () => {
  test('check passes when nothing changed', () => {
    expect(repository.check()).toMatchObject({ code: 0, out: 'openapi.yaml: no change.\n' });
  });

  test('check names the change, its line, and every package that needs a higher bump', () => {
    repository.raiseLimit();
    repository.announce('minor', 'patch');
    const { code, out } = repository.check();
    expect(code).toBe(1);
    expect(out).toContain('minor: openapi.yaml:9:');
    expect(out).toContain('GET /lockers: parameter limit, maximum: changed from 50 to 60');
    expect(out).toContain('@acme/contract needs at least minor; it has patch.');
    expect(out).not.toContain('@acme/client');
  });

  test('check passes once the changesets announce the change', () => {
    repository.raiseLimit();
    repository.announce('minor', 'minor');
    expect(repository.check()).toMatchObject({
      code: 0,
      out: 'openapi.yaml: minor, announced by the changesets.\n',
    });
  });

  test('check requires a changeset of this change, even if an older one covers the version', () => {
    repository.announce('minor', 'minor');
    repository.commit('Something else');
    repository.git('branch', '--force', 'main');
    repository.write(
      'openapi.yaml',
      CONTRACT.replace(
        'paths:',
        'paths:\n  /new: { get: { operationId: x, responses: { "200": { description: x } } } }',
      ),
    );
    const { code, out } = repository.check();
    expect(code).toBe(1);
    expect(out).toContain('@acme/client needs at least minor; it has none.');
  });

  test('check passes for the release itself, which raises versions and removes changesets', () => {
    repository.raiseLimit();
    for (const name of ['client', 'contract'])
      repository.edit(`packages/${name}/package.json`, '1.2.3', '1.3.0');
    expect(repository.check().code).toBe(0);
  });

  test('check rates every contract of openapi-gate.yaml by its own settings', () => {
    repository.write('other.yaml', CONTRACT);
    repository.commit('Another contract');
    repository.git('branch', '--force', 'main');
    repository.write(
      'openapi-gate.yaml',
      [
        'base: main',
        'contracts:',
        '  - { contract: openapi.yaml, packages: ["@acme/client"] }',
        '  - { contract: other.yaml, packages: ["@acme/contract"], properties: { maximum: none } }',
        '',
      ].join('\n'),
    );
    repository.raiseLimit();
    repository.edit('other.yaml', 'maximum: 50', 'maximum: 60');
    const { code, out } = gate(repository.folder, 'check');
    expect(code).toBe(1);
    expect(out).toContain('@acme/client needs at least minor; it has none.');
    expect(out).toContain('other.yaml: no change.');
  });

  test('check rates a translation as a patch of the packages that contain it', () => {
    repository.write('l10n/de.overlay.yaml', 'overlay: 1.0.0\n');
    repository.write(
      'openapi-gate.yaml',
      'base: main\ncontracts:\n  - { contract: openapi.yaml, packages: ["@acme/client"], overlays: ["l10n/*"], translated: ["@acme/contract"] }\n',
    );
    const { code, out } = gate(repository.folder, 'check');
    expect(code).toBe(1);
    expect(out).toContain('patch: l10n/de.overlay.yaml translation changed');
    expect(out).toContain('@acme/contract needs at least patch; it has none.');
    expect(out).not.toContain('@acme/client needs');
  });

  test('check only rates in a repository without any package.json, whatever packages are named', () => {
    using repository = new Repository();
    repository.git('rm', '-r', '--quiet', '.changeset', 'package.json', 'packages');
    repository.edit('openapi.yaml', 'maximum: 50', 'maximum: 10');
    const { code, out } = gate(
      repository.folder,
      ...['check', '--contract', 'openapi.yaml', '--base', 'main', '--packages', '@acme/client'],
    );
    expect(out).toContain('changes are only rated');
    expect(out).toContain('1 change: a major release.');
    expect(code).toBe(0);
  });

  test('check exits with 2 and no stack trace when a package.json cannot be read', () => {
    using repository = new Repository();
    repository.write('package.json', '{');
    const { code, err } = gate(repository.folder, 'check', '--contract', 'openapi.yaml', '--base', 'main');
    expect(err).toMatch(/^openapi-gate: The packages of \S+ cannot be read: .*JSON.*\n$/);
    expect(code).toBe(2);
  });

  test('check only rates in a repository without Changesets', () => {
    rmSync(join(repository.folder, '.changeset'), { recursive: true });
    repository.raiseLimit();
    const { code, out } = repository.check();
    expect(code).toBe(0);
    expect(out).toContain('There is no .changeset folder: changes are only rated.');
    expect(out).toContain('1 change: a minor release.');
  });

  test('check follows references into other files of the contract', () => {
    repository.write('limit.yaml', 'type: integer\nmaximum: 50\n');
    repository.edit('openapi.yaml', '{ type: integer, maximum: 50 }', '{ $ref: ./limit.yaml }');
    repository.commit('Split');
    repository.git('branch', '--force', 'main');
    repository.edit('limit.yaml', '50', '40');
    const { out } = repository.check();
    expect(out).toMatch(/major: .*'<= 50' to '<= 40'/);
  });

  test('check works in a Git worktree, from any folder of it', () => {
    const tree = join(repository.folder, '../', `worktree-${Date.now()}`);
    repository.git('worktree', 'add', '--quiet', '--detach', tree);
    try {
      expect(gate(join(tree, 'packages'), 'check', '--contract', 'openapi.yaml', '--base', 'main').code).toBe(
        0,
      );
    } finally {
      rmSync(tree, { recursive: true });
    }
  });
});

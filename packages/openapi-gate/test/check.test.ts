import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CONTRACT, gate, Repository } from './repository.ts';

let repository: Repository;
beforeEach(() => {
  repository = new Repository();
});
afterEach(() => repository[Symbol.dispose]());

const check = (...more: string[]) =>
  gate(
    repository.folder,
    ...[
      'check',
      '--contract',
      'openapi.yaml',
      '--base',
      'main',
      '--packages',
      '@acme/client,@acme/contract',
      ...more,
    ],
  );
const announce = (client: string, contract: string) =>
  repository.write(
    '.changeset/news.md',
    `---\n"@acme/client": ${client}\n"@acme/contract": ${contract}\n---\n\nLists more lockers.\n`,
  );
const raiseLimit = () => repository.edit('openapi.yaml', 'maximum: 50', 'maximum: 60');

describe('openapi-gate check', () => {
  test('check passes when nothing changed', () => {
    expect(check()).toMatchObject({ code: 0, out: 'openapi.yaml: no change.\n' });
  });

  test('check names the change, its line, and every package that needs a higher bump', () => {
    raiseLimit();
    announce('minor', 'patch');
    const { code, out } = check();
    expect(code).toBe(1);
    expect(out).toContain('minor: openapi.yaml:9:');
    expect(out).toContain('GET /lockers: parameter limit, maximum: changed from 50 to 60');
    expect(out).toContain('@acme/contract needs at least minor; it has patch.');
    expect(out).not.toContain('@acme/client');
  });

  test('check passes once the changesets announce the change', () => {
    raiseLimit();
    announce('minor', 'minor');
    expect(check()).toMatchObject({ code: 0, out: 'openapi.yaml: minor, announced by the changesets.\n' });
  });

  test('check requires a changeset of this change, even if an older one covers the version', () => {
    announce('minor', 'minor');
    repository.commit('Something else');
    repository.git('branch', '--force', 'main');
    repository.write(
      'openapi.yaml',
      CONTRACT.replace(
        'paths:',
        'paths:\n  /new: { get: { operationId: x, responses: { "200": { description: x } } } }',
      ),
    );
    const { code, out } = check();
    expect(code).toBe(1);
    expect(out).toContain('@acme/client needs at least minor; it has none.');
  });

  test('check passes for the release itself, which raises versions and removes changesets', () => {
    raiseLimit();
    for (const name of ['client', 'contract'])
      repository.edit(`packages/${name}/package.json`, '1.2.3', '1.3.0');
    expect(check().code).toBe(0);
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
    raiseLimit();
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
    raiseLimit();
    const { code, out } = check();
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
    const { out } = check();
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

describe('openapi-gate changeset', () => {
  const changeset = () =>
    gate(
      repository.folder,
      'changeset',
      '--contract',
      'openapi.yaml',
      '--base',
      'main',
      '--packages',
      '@acme/client',
    );

  test('changeset writes the needed bump with a sentence about the change', () => {
    raiseLimit();
    const [, file = ''] = /Wrote (\S+)\./.exec(changeset().out) ?? [];
    expect(repository.read(file)).toBe(
      '---\n"@acme/client": minor\n---\n\n`GET /lockers`: parameter `limit`, `maximum`: changed from `50` to `60`.\n',
    );
    expect(check().out).not.toContain('@acme/client');
    expect(changeset()).toMatchObject({ code: 0, out: 'Nothing is missing.\n' });
  });

  test('changeset writes nothing when nothing is missing', () => {
    expect(changeset().out).toBe('Nothing is missing.\n');
    expect(existsSync(join(repository.folder, '.changeset/news.md'))).toBe(false);
  });
});

describe('a mistake of the user', () => {
  test.each([
    [
      ['check', '--contract', 'openapi.yaml', '--base', 'nowhere'],
      /no branch, tag or commit "nowhere"\. Fetch it/,
    ],
    [['check', '--contract', 'missing.yaml', '--base', 'main'], /missing\.yaml: no such file/],
    [['check', '--base', 'main'], /There is no contract to check\. Pass --contract openapi\.yaml/],
    [
      ['check', '--contract', 'openapi.yaml', '--base', 'main', '--config', 'none.yaml'],
      /none\.yaml: no such file/,
    ],
    [['rate', 'openapi.yaml'], /rate needs two files/],
    [['rate', 'openapi.yaml', 'package.json'], /Redocly cannot read/],
    [['rate', '--format', 'html'], /--format is "html"\. Expected table, json, markdown/],
    [['publish'], /no command "publish"\. Expected rate, check, changeset or changelog/],
    [['check', '--bse', 'main'], /'--bse'[\s\S]*--help/],
  ])('the command %j exits with 2 and says what to do', (argv, words) => {
    const { code, err } = gate(repository.folder, ...argv);
    expect(code).toBe(2);
    expect(err).toMatch(words);
    expect(err).not.toMatch(/\n +at /);
  });

  test.each([
    ['contracts: []', /contracts is missing/],
    ['contract: openapi.yaml', /no setting "contract"\. Expected base, contracts/],
    ['contracts: [{ contract: openapi.yaml, packages: acme }]', /packages is "acme"\. Expected a list/],
    [
      'contracts: [{ contract: openapi.yaml, rules: { text-changed: big } }]',
      /is "big"\. Expected none, patch, minor, major/,
    ],
    ['contracts: [', /not valid YAML/],
  ])('the settings %j exit with 2 and say what to do', (settings, words) => {
    repository.write('openapi-gate.yaml', settings);
    expect(gate(repository.folder, 'check')).toMatchObject({ code: 2, err: expect.stringMatching(words) });
  });

  test('an unknown package exits with 2 and lists the known ones', () => {
    raiseLimit();
    const { code, err } = gate(
      repository.folder,
      'check',
      '--contract',
      'openapi.yaml',
      '--base',
      'main',
      '--packages',
      '@acme/cleint',
    );
    expect({ code, err }).toMatchObject({
      code: 2,
      err: expect.stringContaining('Expected one of @acme/client, @acme/contract'),
    });
  });

  test('a shallow clone exits with 2 and says to fetch the whole history', () => {
    repository.commit('Topic');
    const clone = `${repository.folder}-shallow`;
    try {
      repository.git('clone', '--quiet', '--depth', '1', `file://${repository.folder}`, clone);
      const { code, err } = gate(clone, 'check', '--contract', 'openapi.yaml', '--base', 'origin/main');
      expect(code).toBe(2);
      expect(err).toContain('This clone is shallow: fetch the whole history');
    } finally {
      rmSync(clone, { recursive: true, force: true });
    }
  });

  test('a folder without Git is refused with a message', () => {
    rmSync(join(repository.folder, '.git'), { recursive: true });
    expect(check().err).toContain('is not in a Git repository');
  });
});

describe('a malformed changeset fails the check', () => {
  test.each([
    ['## News', /no front matter\. Expected lines such as "@acme\/client": minor/],
    ['---\n"@acme/client: minor\n---\n\nNews.\n', /not valid YAML/],
    ['---\n- minor\n---\n\nNews.\n', /names no packages/],
    [
      '---\n"@acme/cleint": minor\n---\n\nNews.\n',
      /no package "@acme\/cleint"\. Expected one of @acme\/client/,
    ],
    ['---\n"@acme/client": big\n---\n\nNews.\n', /"big" is not a bump\. Expected patch, minor or major/],
    ['---\n"@acme/client": minor\n---\n', /the text is missing/],
  ])('the malformed changeset %j fails the check', (text, words) => {
    repository.write('.changeset/news.md', text);
    const { code, out } = check();
    expect(code).toBe(1);
    expect(out).toMatch(words);
    expect(out).toMatch(/^\.changeset\/news\.md: /);
  });
});

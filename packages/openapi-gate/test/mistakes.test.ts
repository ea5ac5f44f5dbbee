import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gate, Repository } from './repository.ts';

let repository: Repository;
beforeEach(() => {
  repository = new Repository();
});
afterEach(() => repository[Symbol.dispose]());

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
    repository.raiseLimit();
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
    expect(repository.check().err).toContain('is not in a Git repository');
  });
});

import { type Bump, readSettings } from 'openapi-gate';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../src/scratch.ts';
import { publicPackages, root } from '../../src/workspace.ts';
import { ReleasedRepository } from './released-repository.ts';

const CONTRACT = 'openapi/openapi.yaml';
const repository = new ReleasedRepository();
beforeEach(() => repository.reset());
afterAll(() => repository[Symbol.dispose]());

const packages = readSettings(root)?.contracts[0]?.packages ?? [];
const everywhere = (bump: Bump) => ({
  ...Object.fromEntries(packages.map((name) => [name, bump])),
  '@session-series/docs': 'patch' as const,
});
const LOWER = { major: 'minor', minor: 'patch', patch: 'none', none: 'none' } as const;

test('the settings of the gate name every public package that is generated from the contract', () => {
  const contract = '@session-series/contract';
  const made = publicPackages().filter(
    ({ name, dependencies }) => name === contract || dependencies.includes(contract),
  );
  expect(packages.toSorted()).toEqual(made.map(({ name }) => name));
});

describe('an edit of the English contract', () => {
  test.each([
    ['a narrower bound', 'maximum: 100', 'maximum: 90', 'major', /'<= 100' to '<= 90'/],
    ['a wider bound', 'maximum: 100', 'maximum: 120', 'minor', /length, maximum: changed from 100 to 120/],
    ['a renamed schema', /SessionsPoint/g, 'SeriesPoint', 'major', /SessionsPoint/],
    ['a renamed parameter', /parameters\/length|^ {4}length/gm, '$&_max', 'major', /length/],
    ['a renamed instance', 'x-instance: JP-01', 'x-instance: JP-1', 'major', /x-instance/],
    ['a removed server', /^.*JP-01 .*\n/m, '', 'major', /server/i],
    ['another text', 'summary: The number of', 'summary: The count of', 'patch', /summary: text changed/],
    ['another example', 'sessions: 1874', 'sessions: 1875', 'patch', /examples: text changed/],
    [
      'a new operation',
      'components:\n',
      '  /new: { get: { operationId: x, responses: { "200": { description: x } } } }\ncomponents:\n',
      'minor',
      /\/new/,
    ],
  ] as const)(
    'an edit of the contract to %s requires at least its bump',
    (_edit, before, after, bump, where) => {
      repository.edit(CONTRACT, before, after);

      repository.announce(everywhere(LOWER[bump]));
      const [understated] = repository.findings();
      expect(understated).toMatch(where);
      for (const name of packages)
        expect(understated).toContain(`${name} needs at least ${bump}; it has ${LOWER[bump]}.`);

      repository.announce(everywhere(bump));
      expect(repository.findings()).toEqual([]);
    },
  );

  test('an edit of the contract passes after the command that the finding names', () => {
    repository.edit(CONTRACT, 'maximum: 100', 'maximum: 120');
    const [, command = ''] = /pnpm (openapi-gate changeset)$/m.exec(repository.findings().join('\n')) ?? [];
    run('sh', ['-c', command], { cwd: repository.folder });
    expect(repository.findings()).toEqual([expect.stringContaining('pnpm info-version')]);
  });

  test('info.version follows an edit of the contract', () => {
    repository.edit(CONTRACT, 'maximum: 100', 'maximum: 120');
    repository.announce(everywhere('minor'));
    expect(repository.read(CONTRACT)).toContain('\n  version: 1.3.0\n');
    repository.edit(CONTRACT, 'version: 1.3.0', 'version: 1.2.4');
    expect(repository.findings()).toEqual([
      expect.stringMatching(/info\.version is 1\.2\.4\. Expected 1\.3\.0/),
    ]);
  });
});

describe('an edit of the French words', () => {
  beforeEach(() => repository.edit('openapi/l10n/fr.overlay.yaml', 'par jour', 'chaque jour'));

  test('an edit of the French texts requires a patch of contract and docs, but not of client and mock', () => {
    const [finding = ''] = repository.findings();
    expect(finding).toContain('fr.overlay.yaml translation changed');
    expect(finding).toContain('@session-series/contract needs at least patch');
    expect(finding).toContain('@session-series/docs needs at least patch');
    expect(finding).not.toMatch(/client|mock/);
  });

  test('an edit of the French texts passes with these two patches, and does not change info.version', () => {
    repository.announce({ '@session-series/contract': 'patch', '@session-series/docs': 'patch' });
    repository.edit(CONTRACT, 'version: 1.2.4', 'version: 1.2.3');
    expect(repository.findings()).toEqual([]);
  });
});

import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Bump } from '../../src/gate/bump.ts';
import { run } from '../../src/scratch.ts';
import { ReleasedRepository } from './released-repository.ts';

const CONTRACT = 'openapi/openapi.yaml';
const repository = new ReleasedRepository();
beforeEach(() => repository.reset());
afterAll(() => repository[Symbol.dispose]());

const lastParameter = '        - $ref: "#/components/parameters/segment_id"\n';
const anotherParameter = (required: boolean) =>
  `${lastParameter}        - { name: tz, in: query, required: ${required}, schema: { type: string } }\n`;

/** One edit: what is replaced by what, the bump it needs, and where the gate says it is. */
const edits: readonly (readonly [string, string | RegExp, string, Bump, RegExp])[] = [
  [
    'a narrowed bound',
    'maximum: 100',
    'maximum: 90',
    'major',
    /Upper bound changed from '<= 100' to '<= 90'/,
  ],
  ['a widened bound', 'maximum: 100', 'maximum: 120', 'minor', /parameters 0 schema maximum/],
  ['a widened bound of an answer', 'maxItems: 100', 'maxItems: 120', 'major', /properties data maxItems/],
  ['a removed enum value', '[day, hour]', '[day]', 'major', /Enum lost values: 'hour'/],
  ['a new enum value', '[day, hour]', '[day, hour, week]', 'minor', /parameters 1 schema enum/],
  ['a new optional parameter', lastParameter, anotherParameter(false), 'minor', /added: .* parameters 5/],
  ['a new required parameter', lastParameter, anotherParameter(true), 'major', /added: .* parameters 5/],
  [
    'a parameter no longer required',
    /required: true(?=\s+description: \|\s+The maximum)/,
    'required: false',
    'minor',
    /required/,
  ],
  ['another default', 'default: day', 'default: hour', 'major', /schema default/],
  ['a removed property', /^ {8}sessions:\n(?: {10}.*\n)+/m, '', 'major', /removed: .* properties sessions/],
  [
    'a new property',
    '        sessions:\n',
    '        users: { type: integer }\n        sessions:\n',
    'minor',
    /properties users/,
  ],
  ['a renamed operation', 'getSessionsDataSeries', 'getSessions', 'major', /operationId/],
  ['a renamed instance', 'x-instance: JP-01', 'x-instance: JP-1', 'major', /servers 13 x-instance/],
  [
    'a new endpoint',
    'components:\n',
    '  /new: { get: { operationId: x, responses: { "200": { description: x } } } }\ncomponents:\n',
    'minor',
    /added: paths \/new/,
  ],
  ['a removed server', /^.*JP-01 .*\n/m, '', 'major', /removed: servers 13/],
  ['a changed status', '"200":', '"201":', 'major', /responses 201 key/],
  [
    'a new status',
    '"404": {',
    '"402": { description: x }\n        "404": {',
    'minor',
    /added: .* responses 402/,
  ],
  ['text only', 'summary: The number of', 'summary: The count of', 'patch', /info summary/],
  ['a changed example of a parameter', 'example: 14', 'example: 7', 'patch', /parameters 0 example/],
  ['a changed example of an answer', 'sessions: 1874', 'sessions: 1875', 'patch', /modified: examples/],
];

const everywhere = (bump: Bump) => ({
  '@session-series/contract': bump,
  '@session-series/client': bump,
  '@session-series/mock': bump,
  '@session-series/docs': 'patch' as const,
});
const LOWER = { major: 'minor', minor: 'patch', patch: 'none', none: 'none' } as const;

describe('an edit of the English contract', () => {
  test.each(edits)('%s needs its bump, and no less', (_edit, before, after, bump, where) => {
    repository.edit(CONTRACT, before, after);

    repository.announce(everywhere(LOWER[bump]));
    const [understated] = repository.findings();
    expect(understated).toMatch(where);
    expect(understated).toMatch(/^ {2}\w+: openapi\/openapi\.yaml/m);
    expect(understated).toContain(`@session-series/client needs at least ${bump}; it has ${LOWER[bump]}.`);
    expect(understated).toContain(
      `pnpm changeset add --${bump} @session-series/client,@session-series/contract,@session-series/mock`,
    );

    repository.announce(everywhere(bump));
    expect(repository.findings()).toEqual([]);
  });

  test('needs the same of every package that is made from it', () => {
    repository.edit(CONTRACT, 'maximum: 100', 'maximum: 120');
    repository.announce({ '@session-series/contract': 'minor', '@session-series/docs': 'patch' });
    expect(repository.findings()).toEqual([
      expect.stringContaining('--minor @session-series/client,@session-series/mock -m'),
    ]);
  });

  test('passes after the very command that the finding gives', () => {
    repository.edit(CONTRACT, 'maximum: 100', 'maximum: 120');
    const [, command = ''] = /pnpm (changeset add .*)$/m.exec(repository.findings().join('\n')) ?? [];
    run('sh', ['-c', command], { cwd: repository.folder });
    expect(repository.findings()).toEqual([expect.stringContaining('pnpm info-version')]);
  });

  test('is followed by info.version', () => {
    repository.edit(CONTRACT, 'maximum: 100', 'maximum: 120');
    repository.announce(everywhere('minor'));
    expect(repository.read(CONTRACT)).toContain('\n  version: 1.3.0\n');
    repository.edit(CONTRACT, 'version: 1.3.0', 'version: 1.2.4');
    expect(repository.findings()).toEqual([
      expect.stringMatching(/info\.version is 1\.2\.4\. Expected 1\.3\.0/),
    ]);
  });

  test('may be a comment, which is no change of the contract', () => {
    repository.edit(CONTRACT, 'openapi: 3', '# A remark.\nopenapi: 3');
    repository.announce({ '@session-series/contract': 'patch' });
    repository.edit(CONTRACT, 'version: 1.2.4', 'version: 1.2.3');
    expect(repository.findings()).toEqual([]);
  });
});

describe('an edit of the French words', () => {
  beforeEach(() => repository.edit('openapi/l10n/fr.overlay.yaml', 'jour par jour', 'un jour après l’autre'));

  test('is a patch of contract and docs, and says nothing of client and mock', () => {
    const [finding = ''] = repository.findings();
    expect(finding).toContain('fr.overlay.yaml modified: words of a translation');
    expect(finding).toContain('pnpm changeset add --patch @session-series/contract,@session-series/docs -m');
    expect(finding).not.toMatch(/client|mock/);
  });

  test('passes with these two patches, and leaves info.version to the release', () => {
    repository.announce({ '@session-series/contract': 'patch', '@session-series/docs': 'patch' });
    repository.edit(CONTRACT, 'version: 1.2.4', 'version: 1.2.3');
    expect(repository.findings()).toEqual([]);
  });
});

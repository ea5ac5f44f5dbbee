import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { writeInfoVersion } from '../../src/info-version.ts';
import { commit, run } from '../../src/scratch.ts';
import { ReleasedRepository } from './released-repository.ts';

const repository = new ReleasedRepository();
beforeEach(() => repository.reset());
afterAll(() => repository[Symbol.dispose]());

const touch = (file: string) => appendFileSync(join(repository.folder, file), '\n');
const announce = (text: string) => repository.write('.changeset/news.md', text);

test('the gate requires nothing if nothing changed', () => {
  expect(repository.findings()).toEqual([]);
});

describe('an edit of published files', () => {
  test.each([
    ['@session-series/client', 'packages/client/src/client.ts'],
    ['@session-series/mock', 'packages/mock/README.md'],
    ['@session-series/mock', 'packages/mock/scripts/generate.ts'],
    ['openapi-l10n', 'packages/openapi-l10n/package.json'],
    ['@session-series/contract', 'openapi/samples/getSessionsDataSeries/curl.sh'],
  ])('an edit of published files needs a changeset of %s: %s', (name, file) => {
    touch(file);
    expect(repository.findings()).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${name} was edited[^]*${file}[^]*add --patch ${name} [^]*notice nothing[^]*add --empty$`,
        ),
      ),
    ]);
    announce(`---\n"${name}": patch\n---\n\nMended.\n`);
    expect(repository.findings()).toEqual([]);
  });

  test('an edit of published files passes with an empty changeset', () => {
    touch('packages/client/src/client.ts');
    run('changeset', ['add', '--empty'], { cwd: repository.folder });
    expect(repository.findings()).toEqual([]);
  });

  test('an edit of published files is not covered by an earlier pending changeset', () => {
    announce('---\n"@session-series/client": minor\n---\n\nAnother change.\n');
    commit(repository.folder, 'Another change');
    run('git', ['branch', 'before'], { cwd: repository.folder });
    touch('packages/client/src/client.ts');
    expect(repository.findings('before')).toEqual([expect.stringContaining('client was edited')]);
  });
});

test.each([
  'packages/client/test/retries.test.ts',
  'packages/client/vitest.config.ts',
  'openapi/proof/test/package.test.ts',
  'apps/demo/index.html',
  'scripts/start.ts',
])('an edit of unpublished files needs no changeset: %s', (file) => {
  touch(file);
  expect(repository.findings()).toEqual([]);
});

describe('a malformed changeset', () => {
  test.each([
    [
      'a heading for front matter',
      '## "@session-series/client": minor\n\nNews.\n',
      /no front matter\. Expected lines such as/,
    ],
    [
      'front matter that is not YAML',
      '---\n"@session-series/client: minor\n---\n\nNews.\n',
      /not valid YAML/,
    ],
    ['front matter without packages', '---\n- minor\n---\n\nNews.\n', /names no packages/],
    [
      'an unknown package',
      '---\n"@session-series/cleint": minor\n---\n\nNews.\n',
      /no package "@session-series\/cleint"\. Expected one of .*client/,
    ],
    [
      'an unknown bump',
      '---\n"@session-series/client": big\n---\n\nNews.\n',
      /"big" is not a bump\. Expected patch, minor or major/,
    ],
    ['no sentence', '---\n"@session-series/client": minor\n---\n', /the text is missing/],
  ])('a malformed changeset is refused: %s', (_what, text, words) => {
    announce(text);
    expect(repository.findings()).toEqual([expect.stringMatching(words)]);
    expect(repository.findings()[0]).toMatch(/^\.changeset\/news\.md: /);
  });
});

test('a release itself passes the gate: versions rise, changesets go, info.version follows', () => {
  repository.edit('openapi/openapi.yaml', 'maximum: 100', 'maximum: 120');
  repository.announce({
    '@session-series/contract': 'minor',
    '@session-series/client': 'minor',
    '@session-series/mock': 'minor',
    '@session-series/cli': 'minor',
    '@session-series/docs': 'patch',
  });
  expect(repository.findings()).toEqual([]);
  run('changeset', ['version'], { cwd: repository.folder });
  expect(writeInfoVersion(repository.folder)).toBe('1.3.0');
  expect(repository.findings()).toEqual([]);
});

test('a change contains only what was done since it branched off from the base', () => {
  run('git', ['checkout', '--quiet', '-b', 'change'], { cwd: repository.folder });
  run('git', ['branch', 'base'], { cwd: repository.folder });
  run('git', ['checkout', '--quiet', 'base'], { cwd: repository.folder });
  touch('packages/mock/README.md');
  commit(repository.folder, 'Meanwhile on the base');
  run('git', ['checkout', '--quiet', 'change'], { cwd: repository.folder });
  expect(repository.findings('base')).toEqual([]);
  expect(() => repository.findings('nowhere')).toThrow(/nowhere/);
  run('git', ['checkout', '--quiet', 'main'], { cwd: repository.folder });
});

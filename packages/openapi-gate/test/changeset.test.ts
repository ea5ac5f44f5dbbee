import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gate, Repository } from './repository.ts';

let repository: Repository;
beforeEach(() => {
  repository = new Repository();
});
afterEach(() => repository[Symbol.dispose]());

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
    repository.raiseLimit();
    const [, file = ''] = /Wrote (\S+)\./.exec(changeset().out) ?? [];
    expect(repository.read(file)).toBe(
      '---\n"@acme/client": minor\n---\n\n`GET /lockers`: parameter `limit`, `maximum`: changed from `50` to `60`.\n',
    );
    expect(repository.check().out).not.toContain('@acme/client');
    expect(changeset()).toMatchObject({ code: 0, out: 'Nothing is missing.\n' });
  });

  test('changeset writes nothing when nothing is missing', () => {
    expect(changeset().out).toBe('Nothing is missing.\n');
    expect(existsSync(join(repository.folder, '.changeset/news.md'))).toBe(false);
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
    const { code, out } = repository.check();
    expect(code).toBe(1);
    expect(out).toMatch(words);
    expect(out).toMatch(/^\.changeset\/news\.md: /);
  });
});

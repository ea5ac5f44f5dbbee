import { expect, test } from 'vitest';
import { changelogMarkdown, parseChangelog } from '../src/guides/changelog.ts';

const changelog = `# @session-series/contract

## 0.2.0

### Minor Changes

- A second ([1a2b3c4](https://example.org/commit/1a2b3c4))
  endpoint.

### Patch Changes

- Uses openapi-l10n 0.2.0

## 0.1.0

### Minor Changes

- The first version. ([5d6e7f8](https://example.org/commit/5d6e7f8))
`;

test('a changelog of Changesets is read version by version, without updated dependencies', () => {
  expect(parseChangelog(changelog)).toEqual([
    { version: '0.2.0', changes: [{ bump: 'minor', text: 'A second endpoint.' }] },
    { version: '0.1.0', changes: [{ bump: 'minor', text: 'The first version.' }] },
  ]);
});

test('changes are listed by their bump, under their version or as unreleased', () => {
  const change = { bump: 'major', text: 'The end.' } as const;
  expect(
    changelogMarkdown('en', [
      { version: '', changes: [change] },
      { version: '1.0.0', changes: [] },
    ]),
  ).toBe('## Not released yet\n\n### Breaking changes\n\n- The end.\n\n## 1.0.0');
});

test('a change without a French translation fails the build and is named', () => {
  const change = { bump: 'patch', text: 'Nobody has translated this.' } as const;
  expect(() => changelogMarkdown('fr', [{ version: '1.0.0', changes: [change] }])).toThrow(
    'no French for "Nobody has translated this."',
  );
});

import { expect, test } from 'vitest';
import changelog from '../src/changelog.ts';

const changeset = { id: 'a', releases: [], summary: 'First line\n\nMore of it' };

test('an entry links to the commit that added its changeset', async () => {
  const commit = '0123456789abcdef0123456789abcdef01234567';
  const line = await changelog.getReleaseLine({ ...changeset, commit }, 'minor', null);
  expect(line).toBe(
    `- First line ([0123456](https://github.com/session-series/session-series/commit/${commit}))\n\n  More of it`,
  );
});

test('a changeset that is not committed yet has no link', async () => {
  expect(await changelog.getReleaseLine(changeset, 'patch', null)).toBe('- First line\n\n  More of it');
});

import { readFileSync } from 'node:fs';
import type { ChangelogFunctions } from '@changesets/types';

// Nothing of this package is imported, so that a copy of the repository can be versioned before it is installed.
const { repository }: { repository: { url: string } } = JSON.parse(
  readFileSync(new URL('../../packages/client/package.json', import.meta.url), 'utf8'),
);
const site = repository.url.replace(/^git\+/, '').replace(/\.git$/, '');

/** A link to the commit that brought a changeset; nothing if it is not committed yet. */
function link(commit: string | undefined): string {
  return commit === undefined ? '' : ` ([${commit.slice(0, 7)}](${site}/commit/${commit}))`;
}

/** How Changesets writes the changelogs: each entry links to its change, with no call to any service. */
const changelog: ChangelogFunctions = {
  getReleaseLine: async ({ summary, commit }) => {
    const [first, ...more] = summary.trim().split('\n');
    return [`- ${first}${link(commit)}`, ...more.map((line) => (line === '' ? '' : `  ${line}`))].join('\n');
  },
  getDependencyReleaseLine: async (_changesets, dependencies) =>
    dependencies.map(({ name, newVersion }) => `- Uses ${name} ${newVersion}`).join('\n'),
};

export default changelog;

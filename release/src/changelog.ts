import { readFileSync } from 'node:fs';
import type { ChangelogFunctions } from '@changesets/types';

// It imports nothing, so that a copy of the repository can be versioned before its dependencies are installed.
const { repository }: { repository: { url: string } } = JSON.parse(
  readFileSync(new URL('../../packages/client/package.json', import.meta.url), 'utf8'),
);
const site = repository.url.replace(/^git\+/, '').replace(/\.git$/, '');

/** A link to the commit of a changeset; empty if it is not committed yet. */
function link(commit: string | undefined): string {
  return commit === undefined ? '' : ` ([${commit.slice(0, 7)}](${site}/commit/${commit}))`;
}

/** The changelog generator for Changesets: entries link to their commit, without calls to a service. */
const changelog: ChangelogFunctions = {
  getReleaseLine: async ({ summary, commit }) => {
    const [first, ...more] = summary.trim().split('\n');
    return [`- ${first}${link(commit)}`, ...more.map((line) => (line === '' ? '' : `  ${line}`))].join('\n');
  },
  getDependencyReleaseLine: async (_changesets, dependencies) =>
    dependencies.map(({ name, newVersion }) => `- Uses ${name} ${newVersion}`).join('\n'),
};

export default changelog;

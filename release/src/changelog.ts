import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangelogFunctions } from '@changesets/types';
import { root } from './workspace.ts';

const { repository }: { repository: { url: string } } = JSON.parse(
  readFileSync(join(root, 'packages/client/package.json'), 'utf8'),
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

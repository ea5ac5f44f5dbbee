/**
 * What a change does to the contract, as Markdown for a pull request: `pnpm contract-diff [since]` compares the working
 * tree with the commit at which it parted from a branch, tag or commit (default: main). Prints nothing if the contract
 * stays as it is. Exit codes: 0, or 2 if `since` is unknown.
 */
import { changeSince } from './gate/history.ts';
import { rate } from './gate/rating.ts';
import { CONTRACT_FILE } from './info-version.ts';
import { root } from './workspace.ts';

/** A cell of a Markdown table. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

try {
  const change = changeSince(root, process.argv[2] ?? 'main');
  const { bump, changes } = rate(change.before(CONTRACT_FILE), change.after(CONTRACT_FILE));
  const rows = changes.map((item) => `| ${item.bump} | ${cell(item.text)} |`);
  const lines = ['### The contract changes', '', `It asks for a **${bump}** release.`, ''];
  if (rows.length > 0) console.log([...lines, '| bump | change |', '| --- | --- |', ...rows].join('\n'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

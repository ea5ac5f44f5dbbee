/**
 * The version gate: `pnpm gate [since]` says whether the pending changesets cover what the working tree changes since it
 * parted from a branch, tag or commit (default: main).
 *
 * Exit codes: 0 they do, 1 something is missing (each finding names it, and the command that adds it), 2 `since` is unknown.
 */
import { changeSince } from './gate/history.ts';
import { judge } from './gate/judge.ts';
import { root } from './workspace.ts';

const since = process.argv[2] ?? 'main';
try {
  const findings = judge(changeSince(root, since));
  if (findings.length === 0) console.log('The changesets cover what was changed.');
  else console.error(findings.join('\n\n'));
  process.exitCode = findings.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

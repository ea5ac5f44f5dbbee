/**
 * The version gate: `pnpm gate [base]` (default: main) rates what changed in the contract since `base` and fails
 * if the pending changesets of the contract understate it. Exit codes: 0 enough, 1 understated.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './public-packages.ts';
import { run } from './scratch.ts';

const BUMPS = ['none', 'patch', 'minor', 'major'] as const;
export type Bump = (typeof BUMPS)[number];

/** What `redocly diff` says about two contracts, as far as the gate needs it. */
interface Report {
  readonly bump: Bump;
  readonly changes: readonly { path: string; kind: string; impact: Bump; property?: string }[];
}

/** Rate the way from one contract to another. Both are texts of openapi.yaml. */
export function rate(base: string, revision: string): Report {
  const folder = mkdtempSync(join(tmpdir(), 'gate-'));
  try {
    const [from, to] = [join(folder, 'base.yaml'), join(folder, 'revision.yaml')];
    const output = join(folder, 'report.json');
    writeFileSync(from, base);
    writeFileSync(to, revision);
    const settings = ['--config', join(root, 'release/redocly-diff.yaml'), '--fail-on', 'none'];
    const words = ['exec', 'redocly', 'diff', from, to, '--format', 'json', '--output', output, ...settings];
    run('pnpm', words, { cwd: root });
    return JSON.parse(readFileSync(output, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The highest bump that changesets (their texts) give to a package. */
export function pending(changesets: readonly string[], name: string): Bump {
  const found = changesets.flatMap((text) =>
    (text.split('---')[1] ?? '').split('\n').flatMap((line) => {
      const [, who, bump] = /^["']?([^"']+)["']?:\s*(\w+)\s*$/.exec(line) ?? [];
      return who === name ? BUMPS.filter((known) => known === bump) : [];
    }),
  );
  return found.reduce<Bump>((a, b) => (BUMPS.indexOf(b) > BUMPS.indexOf(a) ? b : a), 'none');
}

/** What is wrong with the changesets, in words that say what to do; `undefined` if they are enough. */
export function judge(base: string, revision: string, changesets: readonly string[]): string | undefined {
  const name = '@session-series/contract';
  const { bump, changes } = rate(base, revision);
  const given = pending(changesets, name);
  if (BUMPS.indexOf(given) >= BUMPS.indexOf(bump)) return undefined;
  const why = changes
    .filter(({ impact }) => impact === bump)
    .map(({ path, kind, property }) => `  ${kind}: ${path}${property === undefined ? '' : ` (${property})`}`);
  return [
    `${name} needs a changeset of at least ${bump}; pending: ${given}. The contract changed at`,
    ...why,
    `Add it with: pnpm changeset add --${bump} ${name} -m "What a user can now do"`,
  ].join('\n');
}

if (import.meta.main) {
  const since = process.argv[2] ?? 'main';
  const folder = join(root, '.changeset');
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const base = run('git', ['show', `${since}:openapi/openapi.yaml`], { cwd: root });
  const wrong = judge(base, readFileSync(join(root, 'openapi/openapi.yaml'), 'utf8'), texts);
  if (wrong === undefined) console.log('The changesets cover what changed in the contract.');
  else console.error(wrong);
  process.exitCode = wrong === undefined ? 0 : 1;
}

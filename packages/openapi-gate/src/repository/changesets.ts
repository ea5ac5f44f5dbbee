import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { BUMPS, type Bump, highest } from '../bump.ts';

const FOLDER = '.changeset';

/** A pending changeset. */
export interface Changeset {
  /** Relative to the root: `.changeset/brave-dogs-sing.md`. */
  readonly file: string;
  /** The bump of each package; empty for an empty changeset. */
  readonly bumps: ReadonlyMap<string, Bump>;
  /** The problem, and what to do. */
  readonly problems: readonly string[];
}

/** Whether a repository uses Changesets. */
export const usesChangesets = (root: string): boolean => existsSync(join(root, FOLDER));

/**
 * The pending changesets of a repository, ordered by name.
 * @param known the names of the packages that have versions
 */
export function readChangesets(root: string, known: readonly string[]): Changeset[] {
  if (!usesChangesets(root)) return [];
  return readdirSync(join(root, FOLDER))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .toSorted()
    .map((name) => {
      const file = `${FOLDER}/${name}`;
      const bumps = new Map<string, Bump>();
      const problems = read(readFileSync(join(root, file), 'utf8'), known, bumps);
      return { file, bumps, problems: problems.map((problem) => `${file}: ${problem}`) };
    });
}

/** The highest bump of a package in changesets. */
export function bumpOf(changesets: readonly Changeset[], name: string): Bump {
  return highest(changesets.map(({ bumps }) => bumps.get(name) ?? 'none'));
}

function read(text: string, known: readonly string[], bumps: Map<string, Bump>): string[] {
  const [, front, body = ''] = /^---\r?\n([\s\S]*?)^---\s*$([\s\S]*)/m.exec(text) ?? [];
  const form = `Expected lines such as "${known[0] ?? 'package'}": minor between two lines of ---, then a sentence.`;
  if (front === undefined || !text.startsWith('---')) return [`no front matter. ${form}`];
  let entries: unknown;
  try {
    entries = parse(front) ?? {};
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : error;
    return [`the front matter is not valid YAML (${reason}). ${form}`];
  }
  if (typeof entries !== 'object' || entries === null || Array.isArray(entries))
    return [`the front matter names no packages. ${form}`];
  const problems: string[] = [];
  for (const [name, value] of Object.entries(entries)) {
    const bump = BUMPS.find((word) => word === value);
    if (!known.includes(name))
      problems.push(`there is no package "${name}". Expected one of ${known.join(', ')}.`);
    else if (bump === undefined) problems.push(`"${value}" is not a bump. Expected patch, minor or major.`);
    else bumps.set(name, bump);
  }
  if (bumps.size > 0 && body.trim() === '')
    problems.push(
      'the text is missing. Write a sentence about what a user can now do: it goes to the changelog.',
    );
  return problems;
}

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { BUMPS, type Bump, highest } from './bump.ts';

/** A pending changeset. */
export interface Changeset {
  /** Relative to the root: `.changeset/brave-dogs-sing.md`. */
  readonly file: string;
  /** What it gives to each package; nothing if it is empty. */
  readonly bumps: ReadonlyMap<string, Bump>;
  /** What is wrong with it, in words that say what to do. */
  readonly flaws: readonly string[];
}

/**
 * The pending changesets of a repository, in the order of their names.
 * @param known the names of the packages that have versions
 */
export function readChangesets(repository: string, known: readonly string[]): Changeset[] {
  return globSync('.changeset/*.md', { cwd: repository })
    .filter((file) => !file.endsWith('README.md'))
    .sort()
    .map((file) => {
      const bumps = new Map<string, Bump>();
      const flaws = read(readFileSync(join(repository, file), 'utf8'), known, bumps);
      return { file: file.replaceAll('\\', '/'), bumps, flaws: flaws.map((flaw) => `${file}: ${flaw}`) };
    });
}

/** The highest bump that changesets give to a package. */
export function given(changesets: readonly Changeset[], name: string): Bump {
  return highest(changesets.map(({ bumps }) => bumps.get(name) ?? 'none'));
}

function read(text: string, known: readonly string[], bumps: Map<string, Bump>): string[] {
  const [, front, body = ''] = /^---\r?\n([\s\S]*?)^---\s*$([\s\S]*)/m.exec(text) ?? [];
  const form =
    'Expected lines such as "@session-series/client": minor between two lines of ---, then a sentence.';
  if (front === undefined || !text.startsWith('---')) return [`it has no front matter. ${form}`];
  let entries: unknown;
  try {
    entries = parse(front) ?? {};
  } catch (error) {
    return [
      `its front matter is no YAML (${error instanceof Error ? error.message.split('\n')[0] : error}). ${form}`,
    ];
  }
  if (typeof entries !== 'object' || entries === null || Array.isArray(entries)) {
    return [`its front matter has no packages. ${form}`];
  }
  const flaws: string[] = [];
  for (const [name, value] of Object.entries(entries)) {
    const bump = BUMPS.find((word) => word === value);
    if (!known.includes(name))
      flaws.push(`there is no package "${name}". Expected one of ${known.join(', ')}.`);
    else if (bump === undefined) flaws.push(`"${value}" is no bump. Expected patch, minor or major.`);
    else bumps.set(name, bump);
  }
  if (bumps.size > 0 && body.trim() === '') {
    flaws.push(
      'it says nothing. Expected a sentence about what a user can now do: it goes to the changelog.',
    );
  }
  return flaws;
}

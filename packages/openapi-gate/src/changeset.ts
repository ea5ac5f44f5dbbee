import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bump, highest } from './bump.ts';
import type { Check, ContractCheck } from './check.ts';
import { code, describe } from './describe.ts';
import type { ContractChange } from './rate/rate.ts';

/** The maximum number of changes in a changeset. */
const LISTED = 12;

/** A changeset to write. */
export interface NewChangeset {
  /** Relative to the root. */
  readonly file: string;
  readonly text: string;
}

/**
 * The missing changeset of a change; undefined when nothing is missing.
 *
 * The same change gives the same file, so that a second run does not add another.
 */
export function missingChangeset({ contracts }: Check): NewChangeset | undefined {
  const missing = contracts.flatMap((contract) => contract.missing);
  if (missing.length === 0) return undefined;
  const bumps = new Map<string, Bump>();
  for (const { name, needs } of missing) bumps.set(name, highest([needs, bumps.get(name) ?? 'none']));
  const front = [...bumps].map(([name, bump]) => `"${name}": ${bump}`).join('\n');
  const body = contracts.filter((contract) => contract.missing.length > 0).map(sentences);
  const text = `---\n${front}\n---\n\n${body.join('\n\n')}\n`;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return { file: `.changeset/contract-${hash}.md`, text };
}

/** Write a changeset; false if it exists already. */
export function writeChangeset(root: string, { file, text }: NewChangeset): boolean {
  const path = join(root, file);
  if (existsSync(path)) return false;
  writeFileSync(path, text);
  return true;
}

function sentences({ contract, rating: { changes, bump }, translations }: ContractCheck): string {
  // Added texts are not mentioned if there are other changes.
  const news = changes.filter((change) => bump === 'patch' || change.bump !== 'patch');
  if (news.length === 0)
    return `Improve the translation of ${code(contract)}: ${translations.map(code).join(', ')}.`;
  const lines = [...new Set(news.map(sentence))];
  const [only] = lines;
  if (lines.length === 1 && only !== undefined) return `${only}.`;
  const more = lines.length - LISTED;
  return [
    `Changes of the API:`,
    '',
    ...lines.slice(0, LISTED).map((line) => `- ${line}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ].join('\n');
}

function sentence(change: ContractChange): string {
  const { operation } = change.subject;
  return operation === undefined ? describe(change) : `${code(operation)}: ${describe(change)}`;
}

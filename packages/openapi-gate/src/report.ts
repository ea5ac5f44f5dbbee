import { atLeast, highest } from './bump.ts';
import type { Check, ContractCheck } from './check.ts';
import { code, describe } from './describe.ts';
import type { ContractChange, Rating } from './rate/rate.ts';

/** The output formats of a rating. */
export const FORMATS = ['table', 'json', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

/**
 * Ratings as text that ends in a newline. As Markdown, contracts without a change are left out, so that a pull request
 * only gets a comment if necessary.
 */
export function formatRatings(ratings: readonly Rating[], format: Format): string {
  if (format === 'json') {
    const bump = highest(ratings.map((rating) => rating.bump));
    return `${JSON.stringify({ bump, changes: ratings.flatMap(({ changes }) => changes) }, null, 2)}\n`;
  }
  if (format === 'table') return ratings.map(table).join('\n');
  return ratings
    .filter(({ bump }) => bump !== 'none')
    .map(markdown)
    .join('\n');
}

function table(rating: Rating): string {
  const rows = sorted(rating).map(
    (change) => `${change.bump.padEnd(5)}  ${titled(change)}\n       ${change.place}  ${change.rule}`,
  );
  const total = rating.bump === 'none' ? 'No change.' : `${counted(rating)}: a ${rating.bump} release.`;
  return [...rows, total, ''].join('\n');
}

function markdown(rating: Rating): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const rows = sorted(rating).map((change) => {
    const { bump, subject, rule } = change;
    return `| ${bump} | ${subject.operation === undefined ? '' : cell(code(subject.operation))} | ${cell(describe(change))} | ${code(rule)} |`;
  });
  return [
    '### The contract changes',
    '',
    `${counted(rating)}. They need a **${rating.bump}** release.`,
    '',
    '| bump | operation | change | rule |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** The output of `check`; empty lines separate contracts. */
export function formatCheck({ contracts, problems, usesChangesets }: Check): string {
  if (problems.length > 0) return `${problems.join('\n')}\n`;
  const parts = contracts.map((contract) => {
    if (!usesChangesets) return `${contract.contract}\n${table(contract.rating)}`;
    if (contract.missing.length > 0) return missing(contract);
    const needed = contract.rating.bump;
    return `${contract.contract}: ${needed === 'none' ? 'no change' : `${needed}, announced by the changesets`}.\n`;
  });
  const note = usesChangesets ? [] : ['There is no .changeset folder: changes are only rated.\n'];
  return [...note, ...parts].join('\n');
}

function missing({ contract, rating, translations, missing: packages }: ContractCheck): string {
  const most = sorted(rating).filter(({ bump }) => bump === rating.bump);
  return [
    `${contract}: the changesets announce less than what changed.`,
    ...most.map((change) => `  ${change.bump}: ${change.place} ${titled(change)}`),
    ...translations.map((file) => `  patch: ${file} translation changed`),
    ...packages.map(({ name, needs, has }) => `  ${name} needs at least ${needs}; it has ${has}.`),
    'Write the changeset with: npx openapi-gate changeset',
    '',
  ].join('\n');
}

/** Highest bump first, then in the order of the document. */
const sorted = ({ changes }: Rating): ContractChange[] =>
  changes.toSorted((a, b) => (a.bump === b.bump ? 0 : atLeast(a.bump, b.bump) ? -1 : 1));

const counted = ({ changes }: Rating): string =>
  `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`;

/** For a terminal: the operation, then Redocly's description or the change. */
function titled(change: ContractChange): string {
  const what = change.reason === '' ? describe(change) : change.reason;
  return [change.subject.operation, what.replaceAll('`', '')].filter(Boolean).join(': ');
}

import { atLeast } from './bump.ts';
import type { Check, ContractCheck } from './check.ts';
import { code, describe } from './describe.ts';
import type { ContractChange, Rating } from './rate/rate.ts';

/** The forms in which a rating is printed. */
export const FORMATS = ['table', 'json', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

/** A rating as text that ends in a newline. */
export function formatRating(rating: Rating, format: Format): string {
  if (format === 'json') return `${JSON.stringify(rating, null, 2)}\n`;
  if (format === 'markdown') return markdown(rating);
  const rows = sorted(rating).map(
    ({ bump, rule, place, subject, ...change }) =>
      `${bump.padEnd(5)}  ${[subject.operation, plain({ bump, rule, place, subject, ...change })].filter(Boolean).join(': ')}\n       ${place}  ${rule}`,
  );
  return [
    ...rows,
    rating.bump === 'none' ? 'No change.' : `${counted(rating)}: a ${rating.bump} release.`,
    '',
  ].join('\n');
}

function markdown(rating: Rating): string {
  if (rating.bump === 'none') return 'The contract does not change.\n';
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

/** What `check` prints for one repository; empty lines stand between contracts. */
export function formatCheck({ contracts, problems, usesChangesets }: Check): string {
  if (problems.length > 0) return `${problems.join('\n')}\n`;
  const parts = contracts.map((contract) => {
    if (!usesChangesets) return `${contract.contract}\n${formatRating(contract.rating, 'table')}`;
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
    ...most.map(
      (change) =>
        `  ${change.bump}: ${change.place} ${[change.subject.operation, plain(change)].filter(Boolean).join(': ')}`,
    ),
    ...translations.map((file) => `  patch: ${file} translation changed`),
    ...packages.map(({ name, needs, has }) => `  ${name} needs at least ${needs}; it has ${has}.`),
    'Write the changeset with: npx openapi-gate changeset',
    '',
  ].join('\n');
}

/** Highest bump first; the order of the document within a bump. */
const sorted = ({ changes }: Rating): ContractChange[] =>
  changes.toSorted((a, b) => (a.bump === b.bump ? 0 : atLeast(a.bump, b.bump) ? -1 : 1));

const counted = ({ changes }: Rating): string =>
  `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`;

/** For a terminal: Redocly's verdict where there is one. */
const plain = (change: ContractChange): string =>
  change.reason === '' ? describe(change).replaceAll('`', '') : change.reason.replaceAll('`', '');

import type { Coverage, OperationCoverage, Ratio } from './counter.ts';

/** Coverage as a table for a terminal: one line per operation, with what was not used. */
export function coverageTable({ operations, total }: Coverage): string {
  const missed = (counts: { readonly [name: string]: number }): string =>
    Object.entries(counts)
      .filter(([, count]) => count === 0)
      .map(([name]) => name)
      .join(', ');
  const rows = operations.map(({ method, path, requests, statuses, parameters, examples }) => [
    `${method} ${path}`,
    String(requests),
    missed(statuses) || '-',
    missed(parameters) || '-',
    missed(examples) || '-',
  ]);
  const titles = [
    'operation',
    'requests',
    'statuses not answered',
    'parameters not sent',
    'examples not answered',
  ];
  const all = [titles, ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const ratio = ({ covered, of }: Ratio): string => `${covered} of ${of}`;
  const sums = Object.entries(total).map(([kind, covered]) => `${ratio(covered)} ${kind}`);
  return `${lines.join('\n')}\n\n${sums.join(', ')}\n`;
}

/**
 * Coverage in the lcov format, for tools that show code coverage: the contract is the file, each operation a
 * function, each status, parameter and example a branch.
 *
 * @param file the contract's file. @param lineOf the line of an operation, from 1
 */
export function coverageLcov(
  { operations, total }: Coverage,
  file: string,
  lineOf: (operation: OperationCoverage) => number,
): string {
  const lines = ['TN:', `SF:${file}`];
  for (const operation of operations) lines.push(`FN:${lineOf(operation)},${operation.operationId}`);
  for (const { operationId, requests } of operations) lines.push(`FNDA:${requests},${operationId}`);
  lines.push(`FNF:${total.operations.of}`, `FNH:${total.operations.covered}`);
  for (const operation of operations) {
    const { statuses, parameters, examples } = operation;
    const counts = [statuses, parameters, examples].flatMap((counted) => Object.values(counted));
    for (const [index, count] of counts.entries()) {
      lines.push(`BRDA:${lineOf(operation)},0,${index},${operation.requests === 0 ? '-' : count}`);
    }
  }
  const branches = [total.statuses, total.parameters, total.examples];
  const sum = (key: keyof Ratio): number => branches.reduce((all, one) => all + one[key], 0);
  lines.push(`BRF:${sum('of')}`, `BRH:${sum('covered')}`);
  for (const operation of operations) lines.push(`DA:${lineOf(operation)},${operation.requests}`);
  lines.push(`LF:${total.operations.of}`, `LH:${total.operations.covered}`, 'end_of_record', '');
  return lines.join('\n');
}

import type { MockAnswer } from './message.ts';
import type { CheckedRequest, Contract, Operation } from './model/index.ts';

/** What of one operation was used. */
export interface OperationCoverage {
  operationId: string;
  method: string;
  path: string;
  /** How many requests there were. */
  requests: number;
  /** Statuses of the contract, and how often each was answered. */
  statuses: { [status: string]: number };
  /** Parameters of the contract, by place and name, and how often each was sent with a valid value. */
  parameters: { [parameter: string]: number };
}

/** What of a contract was used by the requests since the last reset. */
export interface Coverage {
  operations: OperationCoverage[];
  total: { operations: Ratio; statuses: Ratio; parameters: Ratio };
}

export interface Ratio {
  covered: number;
  of: number;
}

/** Counts what requests touch of a contract. */
export class CoverageCounter {
  readonly #contract: Contract;
  readonly #operations = new Map<string, OperationCoverage>();

  constructor(contract: Contract) {
    this.#contract = contract;
    this.reset();
  }

  add(
    operation: Operation,
    answer: MockAnswer,
    checked: CheckedRequest | undefined,
    sent: (place: string, name: string) => boolean,
  ): void {
    const counts = this.#operations.get(operation.id);
    if (counts === undefined) return;
    counts.requests += 1;
    const key = [String(answer.status), `${Math.floor(answer.status / 100)}XX`, 'default'].find((status) =>
      Object.hasOwn(counts.statuses, status),
    );
    if (key !== undefined) counts.statuses[key] = (counts.statuses[key] ?? 0) + 1;
    if (checked === undefined) return;
    for (const { in: place, name } of operation.parameters) {
      if (sent(place, name))
        counts.parameters[`${place} ${name}`] = (counts.parameters[`${place} ${name}`] ?? 0) + 1;
    }
  }

  report(): Coverage {
    const operations = [...this.#operations.values()].map((counts) => ({
      ...counts,
      statuses: { ...counts.statuses },
      parameters: { ...counts.parameters },
    }));
    const ratio = (counts: readonly number[]): Ratio => ({
      covered: counts.filter((count) => count > 0).length,
      of: counts.length,
    });
    return {
      operations,
      total: {
        operations: ratio(operations.map(({ requests }) => requests)),
        statuses: ratio(operations.flatMap(({ statuses }) => Object.values(statuses))),
        parameters: ratio(operations.flatMap(({ parameters }) => Object.values(parameters))),
      },
    };
  }

  reset(): void {
    this.#operations.clear();
    for (const { id, method, path, responses, parameters } of this.#contract.operations) {
      this.#operations.set(id, {
        operationId: id,
        method,
        path,
        requests: 0,
        statuses: Object.fromEntries(responses.map(({ status }) => [status, 0])),
        parameters: Object.fromEntries(parameters.map(({ in: place, name }) => [`${place} ${name}`, 0])),
      });
    }
  }
}

/** Coverage as a table for a terminal: one line an operation, what was not touched named. */
export function coverageTable({ operations, total }: Coverage): string {
  const missed = (counts: { readonly [name: string]: number }): string =>
    Object.entries(counts)
      .filter(([, count]) => count === 0)
      .map(([name]) => name)
      .join(', ');
  const rows = operations.map(({ method, path, requests, statuses, parameters }) => [
    `${method} ${path}`,
    String(requests),
    missed(statuses) || '-',
    missed(parameters) || '-',
  ]);
  const all = [['operation', 'requests', 'statuses not answered', 'parameters not sent'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const ratio = ({ covered, of }: Ratio): string => `${covered} of ${of}`;
  return `${lines.join('\n')}\n\n${ratio(total.operations)} operations, ${ratio(total.statuses)} statuses, ${ratio(total.parameters)} parameters\n`;
}

/**
 * Coverage in the format of lcov, for tools that show coverage of code: the contract is the file, each operation a
 * function, each status and parameter a branch.
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
    const counts = [...Object.values(operation.statuses), ...Object.values(operation.parameters)];
    for (const [index, count] of counts.entries()) {
      lines.push(`BRDA:${lineOf(operation)},0,${index},${operation.requests === 0 ? '-' : count}`);
    }
  }
  const branches = {
    covered: total.statuses.covered + total.parameters.covered,
    of: total.statuses.of + total.parameters.of,
  };
  lines.push(`BRF:${branches.of}`, `BRH:${branches.covered}`);
  for (const operation of operations) lines.push(`DA:${lineOf(operation)},${operation.requests}`);
  lines.push(`LF:${total.operations.of}`, `LH:${total.operations.covered}`, 'end_of_record', '');
  return lines.join('\n');
}

import { header, type MockAnswer, type MockRequest } from '../message.ts';
import type { CheckedRequest, Contract, Operation, Parameter } from '../model/index.ts';

/** The coverage of one operation. */
export interface OperationCoverage {
  operationId: string;
  method: string;
  path: string;
  /** The number of requests. */
  requests: number;
  /** Statuses of the contract, and how often each was answered. */
  statuses: { [status: string]: number };
  /** Parameters of the contract, by place and name, and how often each was sent with a valid value. */
  parameters: { [parameter: string]: number };
  /** Examples of responses, by status, media type and name, and how often each was answered. */
  examples: { [example: string]: number };
}

/** The coverage of a contract by the requests since the last reset. */
export interface Coverage {
  operations: OperationCoverage[];
  total: { operations: Ratio; statuses: Ratio; parameters: Ratio; examples: Ratio };
}

export interface Ratio {
  covered: number;
  of: number;
}

/** The counts of one operation, and how its requests are counted. */
interface Counted {
  counts: OperationCoverage;
  parameters: readonly { key: string; wasSent: (request: MockRequest) => boolean }[];
  /** Keys of examples, by the example. */
  examples: ReadonlyMap<object, string>;
}

/** Counts which parts of a contract requests use. */
export class CoverageCounter {
  readonly #contract: Contract;
  readonly #operations = new Map<string, Counted>();

  constructor(contract: Contract) {
    this.#contract = contract;
    this.reset();
  }

  add(
    operation: Operation,
    request: MockRequest,
    answer: MockAnswer,
    checked: CheckedRequest | undefined,
  ): void {
    const counted = this.#operations.get(operation.id);
    if (counted === undefined) return;
    const { counts, parameters, examples } = counted;
    counts.requests += 1;
    count(counts.statuses, statusKey(counts.statuses, answer.status));
    if (answer.example !== undefined) count(counts.examples, examples.get(answer.example));
    if (checked === undefined) return;
    for (const { key, wasSent } of parameters) if (wasSent(request)) count(counts.parameters, key);
  }

  report(): Coverage {
    const operations = [...this.#operations.values()].map(({ counts }) => structuredClone(counts));
    const ratio = (counts: readonly number[]): Ratio => ({
      covered: counts.filter((one) => one > 0).length,
      of: counts.length,
    });
    const all = (kind: 'statuses' | 'parameters' | 'examples'): Ratio =>
      ratio(operations.flatMap((counts) => Object.values(counts[kind])));
    return {
      operations,
      total: {
        operations: ratio(operations.map(({ requests }) => requests)),
        statuses: all('statuses'),
        parameters: all('parameters'),
        examples: all('examples'),
      },
    };
  }

  /** Takes over the counts of an earlier version of the contract. */
  restore({ operations }: Coverage): void {
    for (const before of operations) {
      const counts = this.#operations.get(before.operationId)?.counts;
      if (counts === undefined) continue;
      counts.requests = before.requests;
      for (const kind of ['statuses', 'parameters', 'examples'] as const)
        restoreCounts(counts[kind], before[kind]);
    }
  }

  reset(): void {
    this.#operations.clear();
    for (const operation of this.#contract.operations) this.#operations.set(operation.id, startOf(operation));
  }
}

/** Adds the counts of the names that are still there. */
function restoreCounts(counts: { [key: string]: number }, before: { readonly [key: string]: number }): void {
  for (const [key, number] of Object.entries(before)) if (Object.hasOwn(counts, key)) counts[key] = number;
}

function startOf({ id, method, path, responses, parameters }: Operation): Counted {
  const counted = parameters.map((parameter) => ({
    key: `${parameter.in} ${parameter.name}`,
    wasSent: sentTest(parameter),
  }));
  const examples = new Map(
    responses.flatMap(({ status, content }) =>
      content.flatMap((media) =>
        media.examples.map((example) => [example, `${status} ${media.mediaType} ${example.name}`] as const),
      ),
    ),
  );
  const none = (keys: Iterable<string>): { [key: string]: number } =>
    Object.fromEntries([...keys].map((key) => [key, 0]));
  const counts = {
    operationId: id,
    method,
    path,
    requests: 0,
    statuses: none(responses.map(({ status }) => status)),
    parameters: none(counted.map(({ key }) => key)),
    examples: none(examples.values()),
  };
  return { counts, parameters: counted, examples };
}

/** The key that documents a status: itself, its range, or `default`. */
function statusKey(statuses: OperationCoverage['statuses'], status: number): string | undefined {
  const own = String(status);
  if (Object.hasOwn(statuses, own)) return own;
  const range = `${own.charAt(0)}XX`;
  if (Object.hasOwn(statuses, range)) return range;
  return Object.hasOwn(statuses, 'default') ? 'default' : undefined;
}

function count(counts: { [key: string]: number }, key: string | undefined): void {
  if (key !== undefined) counts[key] = (counts[key] ?? 0) + 1;
}

/** Whether a parameter was in a request, roughly: enough to count it. */
function sentTest({ in: place, name }: Parameter): (request: MockRequest) => boolean {
  if (place === 'path') return () => true;
  if (place === 'header') {
    const lower = name.toLowerCase();
    return ({ headers }) => headers[lower] !== undefined;
  }
  if (place === 'cookie') return (request) => header(request, 'cookie')?.includes(`${name}=`) === true;
  if (place === 'querystring') return ({ query }) => query !== '';
  const encoded = encodeURIComponent(name);
  return ({ query }) => query !== '' && (query.includes(name) || query.includes(encoded));
}

import type { Coverage } from '../coverage/counter.ts';
import { coverageTable } from '../coverage/report.ts';
import { FaultSyntaxError } from '../faults/parse.ts';
import type { RequestLog } from '../log/request-log.ts';
import { jsonAnswer, type MockAnswer, type MockRequest } from '../message.ts';
import type { Contract } from '../model/index.ts';
import { parseQuery } from '../model/style/query.ts';

/** The parts of a mock that the control API reads and changes. */
export interface Controlled {
  contract: Contract;
  /** Who may use the control API. */
  control: boolean | { token: string };
  /** Hosts that may use it; `undefined` if other machines cannot reach the mock. */
  hosts: readonly string[] | undefined;
  about: { readonly [name: string]: unknown };
  log: RequestLog;
  faults: { text: string };
  setFaults(directives: string): void;
  coverage(): Coverage;
  sendWebhook(name: string, url: string, body?: unknown): Promise<{ status: number; body: string } | string>;
  reset(): void;
}

/** One endpoint of the control API: its description, and its handler. */
interface ControlRoute {
  does: string;
  answer(mock: Controlled, request: MockRequest): MockAnswer | Promise<MockAnswer>;
}

/** The control API, by method and path. */
export const controlRoutes: ReadonlyMap<string, ControlRoute> = new Map<string, ControlRoute>([
  ['GET /_mock', { does: 'this list and the state of the mock', answer: index }],
  [
    'GET /_mock/requests',
    { does: 'the latest 1,000 requests, oldest first, and the total', answer: requests },
  ],
  ['DELETE /_mock/requests', { does: 'forgets the requests', answer: done((mock) => mock.log.reset()) }],
  ['PUT /_mock/faults', { does: 'sets the faults, such as {"faults":"status=503@0.1"}', answer: setFaults }],
  ['DELETE /_mock/faults', { does: 'ends the faults', answer: done((mock) => mock.setFaults('')) }],
  [
    'GET /_mock/coverage',
    {
      does: 'which operations, statuses, parameters and examples were used; `?format=table` for people',
      answer: coverage,
    },
  ],
  [
    'POST /_mock/webhooks',
    {
      does: 'sends a webhook, such as {"webhook":"petBorn","url":"http://127.0.0.1:3000/hooks"}',
      answer: sendWebhook,
    },
  ],
  [
    'POST /_mock/reset',
    {
      does: 'forgets requests, coverage and created resources, refills the budget, and restores the faults of the start',
      answer: done((mock) => mock.reset()),
    },
  ],
]);

function index(mock: Controlled): MockAnswer {
  const { title, version } = mock.contract;
  return report({
    contract: { title, version, operations: mock.contract.operations.length },
    ...mock.about,
    faults: mock.faults.text,
    requests: mock.log.total,
    control: Object.fromEntries([...controlRoutes].map(([route, { does }]) => [route, does])),
  });
}

function requests({ log }: Controlled, { query }: MockRequest): MockAnswer {
  const filter = Object.fromEntries(parseQuery(query).map(({ name, value }) => [name, value]));
  const { operationId, method, status } = filter;
  const listed = log.list({
    ...(operationId === undefined ? {} : { operationId }),
    ...(method === undefined ? {} : { method }),
    ...(status === undefined ? {} : { status: Number(status) }),
  });
  return report({
    total: log.total,
    requests: listed.map(({ query: sent, at, headers: _headers, ...rest }) => ({
      ...rest,
      query: queryObject(sent),
      at: new Date(at).toISOString(),
    })),
  });
}

function queryObject(query: string): { [name: string]: string | string[] } {
  const found = new Map<string, string[]>();
  for (const { name, value } of parseQuery(query)) found.set(name, [...(found.get(name) ?? []), value]);
  return Object.fromEntries(
    [...found].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

function coverage(mock: Controlled, { query }: MockRequest): MockAnswer {
  const found = mock.coverage();
  if (!/(?:^|&)format=table(?:&|$)/.test(query)) return report(found);
  return {
    status: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: coverageTable(found),
  };
}

/** Indented for reading in a terminal. */
function report(content: object): MockAnswer {
  return jsonAnswer(200, `${JSON.stringify(content, null, 2)}\n`);
}

function setFaults(mock: Controlled, request: MockRequest): MockAnswer {
  const { faults } = jsonOf(request);
  if (typeof faults !== 'string') {
    return failure(400, 'Body: expected JSON such as {"faults":"latency=50..400; status=503@0.1"}.');
  }
  try {
    mock.setFaults(faults);
  } catch (error) {
    if (error instanceof FaultSyntaxError) return failure(400, `faults: ${error.message}`);
    throw error;
  }
  return nothing();
}

async function sendWebhook(mock: Controlled, request: MockRequest): Promise<MockAnswer> {
  const { webhook, url, body } = jsonOf(request);
  if (typeof webhook !== 'string' || typeof url !== 'string') {
    return failure(
      400,
      'Body: expected JSON such as {"webhook":"petBorn","url":"http://127.0.0.1:3000/hooks"}.',
    );
  }
  const result = await mock.sendWebhook(webhook, url, body);
  return typeof result === 'string' ? failure(400, result) : report(result);
}

function jsonOf({ body }: MockRequest): { readonly [name: string]: unknown } {
  try {
    const parsed: unknown = JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body));
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

/** Runs an action whose answer has no content. */
function done(action: (mock: Controlled) => void): ControlRoute['answer'] {
  return (mock) => {
    action(mock);
    return nothing();
  };
}

function nothing(): MockAnswer {
  return { status: 204, headers: {}, body: '' };
}

/** A refusal, with what was expected. */
export function failure(status: number, message: string): MockAnswer {
  return jsonAnswer(status, JSON.stringify({ message }));
}

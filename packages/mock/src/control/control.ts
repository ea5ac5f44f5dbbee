import { errorAnswer, jsonAnswer, type MockAnswer, type MockRequest } from '../answer/message.ts';
import type { Faults } from '../faults/faults.ts';
import { FaultSyntaxError } from '../faults/parse.ts';
import { version } from '../generated/version.ts';
import type { RequestLog } from '../log/request-log.ts';
import { nearest } from '../request/nearest.ts';
import { parseQuery } from '../request/query.ts';
import { quote } from '../request/quote.ts';
import type { SessionSource } from '../series/source.ts';

/** The parts of a mock that the control API shows and changes. */
export interface Controlled {
  log: RequestLog;
  faults: Faults;
  source: SessionSource;
  /** Puts other directives in force. @throws FaultSyntaxError */
  setFaults(directives: string): void;
  reset(): void;
}

/** Whether a request is for the control API. */
export function isControl(path: string): boolean {
  return path === '/_mock' || path.startsWith('/_mock/');
}

/** One address of the control API: what it is for, and what it does with the body that was sent. */
interface ControlRoute {
  does: string;
  answer(mock: Controlled, body: string): MockAnswer;
}

/** The control API, by method and path. */
export const controlRoutes: ReadonlyMap<string, ControlRoute> = new Map([
  [
    'GET /_mock',
    { does: 'this list, the known apps and segments, and the state of the mock', answer: index },
  ],
  [
    'GET /_mock/requests',
    { does: 'the latest 1,000 requests, oldest first, and the total', answer: requests },
  ],
  ['DELETE /_mock/requests', { does: 'forgets the requests', answer: done((mock) => mock.log.reset()) }],
  ['PUT /_mock/faults', { does: 'sets the faults, such as {"faults":"status=503@0.1"}', answer: setFaults }],
  ['DELETE /_mock/faults', { does: 'ends the faults', answer: done((mock) => mock.setFaults('')) }],
  [
    'POST /_mock/reset',
    {
      does: 'forgets the requests, refills the budget, and begins the faults of the start anew',
      answer: done((mock) => mock.reset()),
    },
  ],
]);

/** Answers a request to the control API. @param body what was sent with it */
export function control(request: MockRequest, body: string, mock: Controlled): MockAnswer {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const asked = `${method} ${request.path.replace(/\/$/, '')}`;
  const route = controlRoutes.get(asked);
  if (route !== undefined) return route.answer(mock, body);
  const known = [...controlRoutes.keys()];
  return errorAnswer(404, [
    `URL: there is no ${quote(asked)} in the control API. Did you mean ${nearest(asked, known)}? ` +
      `Expected one of ${known.join(', ')}.`,
  ]);
}

function index(mock: Controlled): MockAnswer {
  return report({
    version,
    apps: mock.source.apps,
    segments: mock.source.segments,
    faults: mock.faults.text,
    requests: mock.log.total,
    control: Object.fromEntries([...controlRoutes].map(([route, { does }]) => [route, does])),
  });
}

function requests({ log }: Controlled): MockAnswer {
  return report({
    total: log.total,
    requests: log.list().map(({ query, at, ...rest }) => ({
      ...rest,
      query: Object.fromEntries(
        [...parseQuery(query)].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
      ),
      at: new Date(at).toISOString(),
    })),
  });
}

/** Indented, since people read it in a terminal. */
function report(content: object): MockAnswer {
  return jsonAnswer(200, `${JSON.stringify(content, null, 2)}\n`);
}

function setFaults(mock: Controlled, body: string): MockAnswer {
  let faults: unknown;
  try {
    faults = JSON.parse(body).faults;
  } catch {
    faults = undefined;
  }
  if (typeof faults !== 'string') {
    return errorAnswer(400, ['Body: expected JSON such as {"faults":"latency=50..400; status=503@0.1"}.']);
  }
  try {
    mock.setFaults(faults);
  } catch (error) {
    if (error instanceof FaultSyntaxError) return errorAnswer(400, [`faults: ${error.message}`]);
    throw error;
  }
  return nothing();
}

/** Does something that has no content to tell of. */
function done(action: (mock: Controlled) => void): ControlRoute['answer'] {
  return (mock) => {
    action(mock);
    return nothing();
  };
}

function nothing(): MockAnswer {
  return { status: 204, headers: {}, body: '' };
}

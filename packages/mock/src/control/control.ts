import { errorAnswer, jsonAnswer, type MockAnswer, type MockRequest } from '../answer/message.ts';
import { version } from '../generated/version.ts';
import type { RateLimit } from '../limit/rate-limit.ts';
import type { RequestLog } from '../log/request-log.ts';
import type { Misbehaviour } from '../misbehaviour/misbehaviour.ts';
import { MisbehaviourSyntaxError } from '../misbehaviour/parse.ts';
import { parseQuery } from '../request/query.ts';
import type { SessionSource } from '../series/source.ts';

/** The parts of a mock that the control API shows and changes. */
export interface Controlled {
  log: RequestLog;
  misbehaviour: Misbehaviour;
  rateLimit: RateLimit;
  source: SessionSource;
  reset(): void;
  applyLimit(): void;
}

/** Whether a request is for the control API. */
export function isControl(path: string): boolean {
  return path === '/_mock' || path.startsWith('/_mock/');
}

/** Answers a request to the control API. @param body what was sent with it */
export function control(request: MockRequest, body: string, mock: Controlled): MockAnswer {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  switch (`${method} ${request.path.replace(/\/$/, '')}`) {
    case 'GET /_mock':
      return jsonAnswer(
        200,
        JSON.stringify({
          version,
          apps: mock.source.apps,
          segments: mock.source.segments,
          misbehave: mock.misbehaviour.text,
          requests: mock.log.total,
        }),
      );
    case 'GET /_mock/requests':
      return jsonAnswer(200, requests(mock.log));
    case 'DELETE /_mock/requests':
      mock.log.reset();
      return done();
    case 'PUT /_mock/misbehaviour':
      return setMisbehaviour(body, mock);
    case 'DELETE /_mock/misbehaviour':
      mock.misbehaviour.set('');
      mock.applyLimit();
      return done();
    case 'POST /_mock/reset':
      mock.reset();
      return done();
    default:
      return errorAnswer(404, [
        `URL: there is no ${method} ${request.path} in the control API. Expected GET /_mock, GET or DELETE ` +
          '/_mock/requests, PUT or DELETE /_mock/misbehaviour, or POST /_mock/reset.',
      ]);
  }
}

function requests(log: RequestLog): string {
  return JSON.stringify({
    total: log.total,
    requests: log.list().map(({ method, path, query, status, at }) => ({
      method,
      path,
      query: Object.fromEntries(
        [...parseQuery(query)].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
      ),
      status,
      at: new Date(at).toISOString(),
    })),
  });
}

function setMisbehaviour(body: string, mock: Controlled): MockAnswer {
  let misbehave: unknown;
  try {
    misbehave = JSON.parse(body).misbehave;
  } catch {
    misbehave = undefined;
  }
  if (typeof misbehave !== 'string') {
    return errorAnswer(400, ['Body: expected JSON such as {"misbehave":"latency=50..400; status=503@0.1"}.']);
  }
  try {
    mock.misbehaviour.set(misbehave);
  } catch (error) {
    if (error instanceof MisbehaviourSyntaxError) return errorAnswer(400, [`misbehave: ${error.message}`]);
    throw error;
  }
  mock.applyLimit();
  return done();
}

function done(): MockAnswer {
  return { status: 204, headers: {}, body: '' };
}

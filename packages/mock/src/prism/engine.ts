import {
  createInstance,
  type IHttpConfig,
  type IHttpRequest,
  type IHttpResponse,
  ProblemJsonError,
} from '@stoplight/prism-http';
import { admitted, type LaneContext } from '../answer/lane.ts';
import { errorAnswer, header, jsonAnswer, type MockAnswer, type MockRequest } from '../answer/message.ts';
import type { Preference } from '../answer/prefer.ts';
import { findRoute, notFound, type Route } from '../answer/route.ts';
import { refuseAuthorization } from '../request/authorization.ts';
import { parseQuery } from '../request/query.ts';
import { operations } from './operations.ts';
import { silentLogger } from './silent-logger.ts';

type Violations = Parameters<
  NonNullable<Parameters<typeof createInstance>[1]['mock']>
>[0]['input']['validations'];

/** Answers through all of Prism: routing, security and validation are its own, the content and the words are ours. */
export type PrismEngine = (request: MockRequest, context: LaneContext) => Promise<MockAnswer>;

/** Starts Prism on the contract. It takes most of a second, so it is done when it is first needed. */
export async function createPrismEngine(): Promise<PrismEngine> {
  const resources = await operations();
  const pending = new WeakMap<IHttpRequest, { request: MockRequest; context: LaneContext }>();
  const stock = createInstance(config(), { logger: silentLogger });
  const ours = createInstance(config(), {
    logger: silentLogger,
    mock: ({ resource, input }) => {
      const { request, context } = pending.get(input.data) ?? {};
      if (request === undefined || context === undefined)
        return () => left(new Error('A request without its origin.'));
      const route = findRoute(resource.method.toUpperCase(), resource.path);
      if (route === undefined) return () => left(new Error(`No route for ${resource.path}.`));
      const content = contentOf(route, request, context, input.validations);
      return () =>
        'preference' in content ? left(new StockAnswer(content.preference)) : right(toPrism(content));
    },
  });

  return async (request, context) => {
    const input = toInput(request);
    pending.set(input, { request, context });
    // A fresh config for each request: Prism's own mocker writes into the one that it is given.
    const result = await ours.request(input, resources, config())();
    if (result._tag === 'Right') return fromPrism(result.right.output);
    if (!(result.left instanceof StockAnswer)) return refusal(request, result.left);
    const answer = await stock.request(input, resources, config(result.left.preference))();
    return answer._tag === 'Right' ? fromPrism(answer.right.output) : refusal(request, answer.left);
  };
}

/** Not an error: the sign that Prism's own mocker shall answer. */
class StockAnswer extends Error {
  readonly preference: Preference;
  constructor(preference: Preference) {
    super('Prism answers');
    this.preference = preference;
  }
}

function contentOf(
  route: Route,
  request: MockRequest,
  context: LaneContext,
  violations: Violations,
): MockAnswer | { preference: Preference } {
  const authorization = route.operation.secured
    ? refuseAuthorization(header(request, 'authorization'))
    : undefined;
  if (authorization !== undefined || violations.some(({ code }) => code === 401)) {
    return errorAnswer(401, [authorization ?? 'Authorization: the key was refused.']);
  }
  const passed = admitted(route, request, context);
  // What Prism refuses is refused, even if our own checks had nothing to say against it. Severity 0 is an error.
  const refused = violations
    .filter(({ severity }) => severity === 0)
    .map(({ path, message }) => `${path?.at(-1) ?? 'Request'}: ${message}.`);
  if ('answer' in passed) {
    return passed.answer.status === 200 && refused.length > 0 ? errorAnswer(400, refused) : passed.answer;
  }
  return refused.length > 0 ? errorAnswer(400, refused) : { preference: passed.preference };
}

function config(preference: Preference = {}): IHttpConfig {
  return {
    isProxy: false,
    checkSecurity: true,
    validateRequest: true,
    validateResponse: false,
    errors: false,
    upstreamProxy: undefined,
    mock: {
      dynamic: preference.dynamic ?? false,
      ...(preference.code === undefined ? {} : { code: preference.code }),
      ...(preference.example === undefined ? {} : { exampleKey: preference.example }),
      ...(preference.seed === undefined ? {} : { seed: preference.seed }),
    },
  };
}

function toInput(request: MockRequest): IHttpRequest {
  const headers: { [name: string]: string } = {};
  for (const name of Object.keys(request.headers)) {
    const value = header(request, name);
    if (value !== undefined) headers[name] = value;
  }
  // Prism compares the scheme with case.
  const { authorization } = headers;
  if (authorization !== undefined) headers.authorization = authorization.replace(/^bearer(?=\s)/i, 'Bearer');
  const query: { [name: string]: string | string[] } = {};
  for (const [name, values] of parseQuery(request.query)) {
    const [first = ''] = values;
    query[name] = values.length === 1 ? first : [...values];
  }
  const method = (request.method === 'HEAD' ? 'GET' : request.method).toLowerCase();
  return {
    // Prism routes by comparing texts, so any method may be handed to it.
    method: method as IHttpRequest['method'],
    url: { path: request.path, query },
    headers,
    body: null,
  };
}

function toPrism(answer: MockAnswer): IHttpResponse {
  return { statusCode: answer.status, headers: answer.headers, body: answer.body };
}

function fromPrism({ statusCode, headers = {}, body }: IHttpResponse): MockAnswer {
  const answer = jsonAnswer(statusCode, typeof body === 'string' ? body : JSON.stringify(body ?? {}));
  for (const [name, value] of Object.entries(headers)) answer.headers[name.toLowerCase()] = String(value);
  return answer;
}

/** Prism's own refusals come as problem documents; the contract has a shape and statuses of its own. */
function refusal(request: MockRequest, error: Error): MockAnswer {
  if (error instanceof ProblemJsonError) {
    if (error.status === 404 || error.status === 405) return notFound(request.method, request.path);
    return errorAnswer(error.status < 500 ? 400 : 500, [`Request: ${error.detail}`]);
  }
  // Prism found no answer to give; whatever it says is about the request.
  return errorAnswer(400, [`Request: ${error.message}`]);
}

function left<E>(value: E): { _tag: 'Left'; left: E } {
  return { _tag: 'Left', left: value };
}

function right<A>(value: A): { _tag: 'Right'; right: A } {
  return { _tag: 'Right', right: value };
}

import type { MockAnswer, MockRequest } from './message.ts';
import type { Operation } from './model/index.ts';
import type { MockOptions } from './options.ts';
import type { Guard, Pipeline } from './pipeline.ts';
import { reason } from './reason.ts';
import type { Result } from './respond.ts';
import type { Route } from './route.ts';

/** Answers by the interceptor of the options, or else by the contract. */
export function answerRequest(
  pipeline: Pipeline,
  request: MockRequest,
  route: Route | MockAnswer,
  guard: Guard | undefined,
  { intercept }: MockOptions,
): Result | Promise<Result> {
  const answer = (): Result | Promise<Result> =>
    'operation' in route ? attempt(pipeline, request, route, guard) : { answer: route };
  if (intercept === undefined) return answer();
  const operation = 'operation' in route ? route.operation : undefined;
  return attemptIntercept(pipeline, request, operation, intercept).then((given) =>
    given === undefined ? answer() : { answer: given },
  );
}

/** Answers a request. A failing handler is a mistake of the user: it is answered with 500 and a message, and the mock keeps running. */
function attempt(
  pipeline: Pipeline,
  request: MockRequest,
  route: Route,
  guard: Guard | undefined,
): Result | Promise<Result> {
  try {
    const result = pipeline.handle(request, route, guard);
    return result instanceof Promise
      ? result.catch((error: unknown) => failed(pipeline, error, route.operation))
      : result;
  } catch (error) {
    return failed(pipeline, error, route.operation);
  }
}

/** The answer of an API behind the mock; 502 with a message if there is none. */
async function attemptIntercept(
  pipeline: Pipeline,
  request: MockRequest,
  operation: Operation | undefined,
  intercept: NonNullable<MockOptions['intercept']>,
): Promise<MockAnswer | undefined> {
  try {
    return await intercept(request, pipeline.contract);
  } catch (error) {
    const message = `The API did not answer: ${reason(error)}`;
    pipeline.warn(message);
    return pipeline.errors.answer(502, [message], operation);
  }
}

function failed(pipeline: Pipeline, error: unknown, operation: Operation): Result {
  const message = `The mock failed at ${operation.id}: ${reason(error)}`;
  pipeline.warn(message);
  return { answer: pipeline.errors.answer(500, [message], operation) };
}

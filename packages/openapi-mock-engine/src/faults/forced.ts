import { challenge } from '../answer/challenge.ts';
import { isBodiless, type MockAnswer } from '../message.ts';
import type { Operation } from '../model/index.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Plan } from './faults.ts';

/**
 * The answer of a fault or of the rate limit; `undefined` if the request must be handled.
 *
 * @param secondsLeft until the rate limit allows requests again; `undefined` if it allows this one
 */
export function plannedAnswer(
  pipeline: Pipeline,
  plan: Plan,
  operation: Operation | undefined,
  secondsLeft: number | undefined,
): MockAnswer | undefined {
  if (plan.status !== undefined) return forcedAnswer(pipeline, plan.status, operation);
  if (plan.finding !== undefined) return pipeline.errors.answer(400, [plan.finding], operation);
  if (secondsLeft === undefined) return undefined;
  const answer = forcedAnswer(pipeline, 429, operation);
  if ('retry-after' in answer.headers) answer.headers['retry-after'] = String(secondsLeft);
  return answer;
}

/**
 * The answer with a forced status. Its headers agree with the status, and announce an end within a second.
 */
function forcedAnswer(
  { answers, errors }: Pipeline,
  status: number,
  operation: Operation | undefined,
): MockAnswer {
  const documented = answers.documented(status, operation);
  if (documented !== undefined) {
    if ('retry-after' in documented.headers) documented.headers['retry-after'] = '1';
    return operation === undefined ? documented : challenge(documented, operation);
  }
  if (isBodiless(status)) return { status, headers: {}, body: '' };
  const finding = `The mock was asked for status ${status}, which the contract does not document.`;
  const answer = errors.answer(status, [finding], operation);
  return operation === undefined ? answer : challenge(answer, operation);
}

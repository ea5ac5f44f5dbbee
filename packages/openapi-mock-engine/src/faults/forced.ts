import { challenge } from '../answer/challenge.ts';
import { isBodiless, type MockAnswer } from '../message.ts';
import type { Operation } from '../model/index.ts';
import type { Pipeline } from '../pipeline.ts';

/**
 * The answer with a forced status. Its headers agree with the status, and announce an end within a second.
 */
export function forcedAnswer(
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

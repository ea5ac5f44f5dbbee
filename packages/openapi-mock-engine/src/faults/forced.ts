import { challenge } from '../answer/challenge.ts';
import { isBodiless, type MockAnswer } from '../message.ts';
import type { Operation } from '../model/index.ts';
import type { Pipeline } from '../pipeline.ts';

/** The answer of a status that was asked of the mock. Its headers agree with it: it lasts for no more than a second. */
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
  const finding = `Status ${status} was asked of the mock; the contract does not document it.`;
  const answer = errors.answer(status, [finding], operation);
  return operation === undefined ? answer : challenge(answer, operation);
}

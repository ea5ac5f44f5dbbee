/**
 * Assertions about the requests that a mock got, for Vitest and Jest.
 *
 * @example
 * import { matchers } from 'openapi-mock-engine/matchers';
 * expect.extend(matchers);
 * expect(mock).toHaveBeenRequested({ operationId: 'getPet', status: 200 }, 2);
 * @module
 */
import type { RequestFilter } from './log/request-log.ts';
import type { LoggedRequest } from './options.ts';

/** What has a log of requests: a `Mock`, or what `createMockServer` returns. */
export interface Requested {
  requests(filter?: RequestFilter): LoggedRequest[];
}

/** The result of a matcher, as Vitest and Jest expect it. */
export interface MatcherResult {
  pass: boolean;
  message(): string;
}

/**
 * The types of the matchers, to be added to those of the test runner. `R` is what an assertion returns.
 *
 * @example
 * declare module 'vitest' {
 *   interface Matchers<R, T> extends RequestMatchers<R> {}
 * }
 */
export interface RequestMatchers<R> {
  /** Passes if the mock got a request that fits the filter; if `times` is given, exactly that many. */
  toHaveBeenRequested(filter?: RequestFilter, times?: number): R;
}

/** Requests that a message lists. */
const listed = 10;

/** For `expect.extend`. */
export const matchers = {
  /**
   * Whether a mock got a matching request.
   *
   * @param filter which requests count; all of them by default
   * @param times how many there must have been; at least one by default
   * @throws TypeError if the value passed to `expect` is not a mock
   */
  toHaveBeenRequested(received: unknown, filter: RequestFilter = {}, times?: number): MatcherResult {
    if (!isRequested(received))
      throw new TypeError('toHaveBeenRequested: expected a mock, such as that of createMockServer.');
    const found = received.requests(filter).length;
    const pass = times === undefined ? found > 0 : found === times;
    const wanted = times === undefined ? 'a request' : counted(times);
    return {
      pass,
      message: () =>
        `Expected ${pass ? 'anything but ' : ''}${wanted} with ${JSON.stringify(filter)}, and there ${found === 1 ? 'was' : 'were'} ${counted(found)}. ` +
        `The mock got:\n${linesOf(received.requests())}`,
    };
  },
};

function isRequested(value: unknown): value is Requested {
  return (
    typeof value === 'object' && value !== null && 'requests' in value && typeof value.requests === 'function'
  );
}

function counted(count: number): string {
  return count === 1 ? '1 request' : `${count === 0 ? 'no' : count} requests`;
}

function linesOf(requests: readonly LoggedRequest[]): string {
  const lines = requests
    .slice(-listed)
    .map(
      ({ operationId, method, path, query, status, message }) =>
        `  ${status} ${method} ${path}${query === '' ? '' : `?${query}`}  ${operationId ?? 'no operation'}${message === undefined ? '' : `  ${message}`}`,
    );
  const more = requests.length - lines.length;
  return [...(more > 0 ? [`  … ${more} earlier`] : []), ...(lines.length > 0 ? lines : ['  nothing'])].join(
    '\n',
  );
}

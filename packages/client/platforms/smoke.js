/** What must work on every platform, in plain JavaScript that each can run unchanged. */
import { AuthenticationError, BadRequestError, createClient, TimeoutError } from '../dist/index.js';
import { collectRange } from '../dist/range/range.js';

/**
 * Calls a mock in the ways that platforms tend to get wrong.
 *
 * @param {string} baseUrl the URL of the mock.
 * @returns {Promise<string>} `all is well`.
 * @throws {Error} that says what failed.
 */
export async function smoke(baseUrl) {
  const client = createClient({ baseUrl, apiKey: 'any-key', maxRetries: 0 });
  const call = client.getSessionsDataSeries({ length: 14, unit: 'day', app_id: 'a b&c+é' });
  const { body, rateLimit, response } = await call.withResponse();
  expect(body.data.length === 14, 'a series of 14 points');
  expect(rateLimit.remaining >= 0 && response.status === 200, 'the headers of the answer');

  expect(
    (await failureOf(client.getSessionsDataSeries({ length: 101 }))) instanceof BadRequestError,
    'a 400',
  );
  const unwell = (faults, options) =>
    createClient({
      baseUrl,
      apiKey: 'any-key',
      ...options,
      headers: { 'x-mock-faults': faults },
    });
  const refused = unwell('status=401').getSessionsDataSeries({ length: 1 });
  expect((await failureOf(refused)) instanceof AuthenticationError, 'a 401');
  const stalled = unwell('stall', { timeout: 200, maxRetries: 0 }).getSessionsDataSeries({ length: 1 });
  expect((await failureOf(stalled)) instanceof TimeoutError, 'a time-out');
  const broken = unwell('reset', { maxRetries: 1, initialRetryDelay: 1 }).getSessionsDataSeries({
    length: 1,
  });
  expect((await failureOf(broken)).attempts === 2, 'a second try after the connection broke');

  const controller = new AbortController();
  controller.abort(new Error('enough'));
  const aborted = client.getSessionsDataSeries({ length: 1 }, { signal: controller.signal });
  expect((await failureOf(aborted)).message === 'enough', 'an abort');

  const range = {
    from: '2025-01-01T00:00:00+01:00',
    to: '2026-01-01T00:00:00+01:00',
    timeZone: 'Europe/Paris',
  };
  expect((await collectRange(client, range)).length === 365, 'a year of days');
  return 'all is well';
}

/** @param {Promise<unknown>} call */
const failureOf = (call) =>
  call.then(
    () => undefined,
    (error) => error,
  );

/**
 * @param {boolean} isSo
 * @param {string} what
 */
function expect(isSo, what) {
  if (!isSo) throw new Error(`Expected ${what}.`);
}

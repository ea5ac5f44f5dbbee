import { describe, expect, test, vi } from 'vitest';
import { createClient, ServerError, TimeoutError } from '../src/index.ts';
import { callAny } from './any-call.ts';
import { clientThatGets, failure, never, now, onFakeClock, outcome, success } from './fake-clock.ts';

onFakeClock();

describe('time is limited', () => {
  test('the option timeout limits the time of one attempt', async () => {
    const { client, at } = clientThatGets(never, () => success());
    expect(await outcome(callAny(client, { timeout: 1_000 }))).toMatchObject({
      message: 'success',
    });
    expect(at[1]).toBeGreaterThanOrEqual(1_000);
  });

  test('the option totalTimeout limits the time of the whole call', async () => {
    const { client } = clientThatGets(never);
    const error = await outcome(callAny(client, { totalTimeout: 1_500 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(Date.now() - now).toBe(1_500);
  });

  test('a delay that does not fit into totalTimeout ends the call with its last error', async () => {
    const { client } = clientThatGets(() => failure(503, { 'retry-after': '50' }));
    const error = await outcome(callAny(client, { totalTimeout: 10_000 }));
    expect(error).toBeInstanceOf(ServerError);
    expect(Date.now() - now).toBe(0);
  });
});

test.for([
  [
    'forever, if no limit is set',
    { timeout: Number.POSITIVE_INFINITY, totalTimeout: Number.POSITIVE_INFINITY },
  ],
  ['as by default, if a limit is undefined', { timeout: undefined, totalTimeout: undefined }],
] as const)('a call waits %s', async ([_, limits]) => {
  const slow = () => new Promise<Response>((resolve) => setTimeout(() => resolve(success()), 20_000));
  const { client } = clientThatGets(slow);
  expect(await outcome(callAny(client, limits))).toMatchObject({ data: [] });
  expect(Date.now() - now).toBe(20_000);
});

test('a fetch that ignores its signal does not delay the caller', async () => {
  const client = createClient({
    baseUrl: 'http://127.0.0.1:1',
    apiKey: 'any',
    maxRetries: 0,
    fetch: () => new Promise(() => {}),
  });
  expect(await outcome(callAny(client))).toBeInstanceOf(TimeoutError);
});

describe('an abort', () => {
  test.for([
    ['before the call', 0, () => success()],
    ['while a response is awaited', 10, never],
    ['during a delay', 10, () => failure(503, { 'retry-after': '5' })],
  ] as const)('an abort %s ends the call with the signal’s reason', async ([_, after, answer]) => {
    const { client } = clientThatGets(answer);
    const controller = new AbortController();
    const reason = new Error('enough');
    if (after === 0) controller.abort(reason);
    else setTimeout(() => controller.abort(reason), after);
    expect(await outcome(callAny(client, { signal: controller.signal }))).toBe(reason);
    expect(Date.now() - now).toBe(after);
  });

  test('AbortSignal.timeout leads to a TimeoutError of this client, with the request', async () => {
    const { client } = clientThatGets(never);
    const controller = new AbortController();
    setTimeout(() => controller.abort(new DOMException('The operation timed out.', 'TimeoutError')), 100);
    const error = await outcome(callAny(client, { signal: controller.signal }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ attempts: 1, request: { method: 'GET' }, cause: { name: 'TimeoutError' } });
  });
});

test('no listener is left on a signal that outlives its calls', async () => {
  const controller = new AbortController();
  const add = vi.spyOn(controller.signal, 'addEventListener');
  const remove = vi.spyOn(controller.signal, 'removeEventListener');
  const answers = [() => failure(503), () => Response.json({ message: 'success', data: [] })];
  let requests = 0;
  const calling = createClient({
    baseUrl: 'http://127.0.0.1:1',
    apiKey: 'any',
    initialRetryDelay: 1,
    fetch: async () => answers[requests++ % 2]?.() ?? success(),
  });
  for (let call = 0; call < 20; call++) {
    expect(await outcome(callAny(calling, { signal: controller.signal }))).toMatchObject({
      message: 'success',
    });
  }
  expect(add).toHaveBeenCalled();
  expect(remove.mock.calls.length).toBeGreaterThanOrEqual(add.mock.calls.length);
});

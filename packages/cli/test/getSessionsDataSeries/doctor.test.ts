import { expect, test } from 'vitest';
import { mockServer } from '../support/mock.ts';
import { run } from '../support/run.ts';

test('doctor accepts a valid key with one request', async () => {
  const { mock, args, env } = await mockServer({ now: new Date() });
  const { code, stdout } = await run(['doctor', ...args], { env });
  expect(stdout.replace(/[\d,]+ of [\d,]+/, 'N of N').split('\n')).toEqual([
    `✓ Instance    ${mock.url}`,
    '✓ Key         found in SESSION_SERIES_API_KEY',
    '✓ Network     the server answers',
    '✓ Permission  the key may read the series',
    '✓ Rate limit  N of N requests are left',
    '✓ Clock       agrees with the server',
    '',
  ]);
  expect(code).toBe(0);
  expect(mock.requests()).toHaveLength(1);
});

test.each([
  [
    'status=401',
    77,
    /✗ Key +The server refuses the key \(401: .*\)\. Check the key, and that it belongs to this instance/,
  ],
  [
    'status=403',
    77,
    /✗ Permission +The key is valid but may not read this data \(403: .*\)\. Create a key with the permission sessions\.data_series\./,
  ],
  ['status=429', 75, /✗ Network +The rate limit is used up \(429\)\. Try again/],
  ['status=500', 69, /✗ Network +The server answers 500: /],
  ['reset', 69, /✗ Network +http:\/\/127\.0\.0\.1:\d+ cannot be reached: /],
  ['invalid-json', 76, /✗ Network +The response does not match the contract\./],
])('doctor explains %s with one request', async (faults, code, line) => {
  const { mock, args, env } = await mockServer({ faults });
  const outcome = await run(['doctor', ...args], { env });
  expect(outcome.stdout).toMatch(line);
  expect(outcome.code).toBe(code);
  expect(mock.requests()).toHaveLength(1);
});

test('doctor says how wrong the clock is', async () => {
  const { args, env } = await mockServer();
  const outcome = await run(['doctor', ...args], { env, now: Date.now() - 3 * 3_600_000 });
  expect(outcome.stdout).toMatch(/✗ Clock +The clock of this machine is 3 hours behind the server's\./);
  expect(outcome.code).toBe(78);
});

test('doctor says that no server listens at the address', async () => {
  const env = { SESSION_SERIES_API_KEY: 'sk-0123456789abcdef' };
  const outcome = await run(['doctor', '--instance', 'http://127.0.0.1:1'], { env });
  expect(outcome.stdout).toMatch(
    /✗ Network +http:\/\/127\.0\.0\.1:1 cannot be reached: .+ Check the network/,
  );
  expect(outcome.code).toBe(69);
  expect(outcome.stdout + outcome.stderr).not.toContain(env.SESSION_SERIES_API_KEY);
});

test('doctor explains missing settings in French, before any request', async () => {
  const outcome = await run(['doctor', '--lang', 'fr']);
  expect(outcome.stdout).toMatch(
    /✗ Instance +L’instance manque\. Indiquez --instance ou définissez \$SESSION_SERIES_INSTANCE/,
  );
  expect(outcome.stdout).toMatch(/✗ Clé +Il n’y a pas de clé API REST\./);
  expect(outcome.code).toBe(78);
});

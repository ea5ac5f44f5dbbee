import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createMockFetch } from '@session-series/mock/browser';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Outcome, run, temporaryFolder } from './support/run.ts';

const key = 'sk-0123456789abcdef';

describe('the key', () => {
  test.each<[string, (folder: string) => { args?: string[]; env?: Record<string, string>; stdin?: string }]>([
    ['the environment', () => ({ env: { SESSION_SERIES_API_KEY: key } })],
    ['a file', (folder) => ({ args: ['--key-file', keyFile(folder)] })],
    ['standard input', () => ({ args: ['--key-file', '-'], stdin: `${key}\n` })],
    [
      'a profile',
      (folder) => ({ args: ['--profile', 'work'], env: profiles(folder, { work: { apiKey: key } }) }),
    ],
    [
      'the default profile',
      (folder) => ({ env: profiles(folder, { default: { keyFile: keyFile(folder) } }) }),
    ],
  ])('the key comes from %s', async (_, given) => {
    const server = await keyServer();
    const { args = [], ...around } = given(temporaryFolder());
    const { code, stderr } = await run(['get', '--instance', server.url, ...args], around);
    expect(code, stderr).toBe(0);
    expect(server.keys).toEqual([`Bearer ${key}`]);
  });

  test.each<
    [
      string,
      (folder: string) => { args?: string[]; env?: Record<string, string>; stdin?: string },
      number,
      string,
    ]
  >([
    [
      'missing',
      () => ({}),
      78,
      'There is no REST API key. Set $SESSION_SERIES_API_KEY, pass --key-file, or make a profile',
    ],
    ['empty', () => ({ args: ['--key-file', '-'] }), 78, 'The key of standard input is empty.'],
    [
      'quoted',
      () => ({ env: { SESSION_SERIES_API_KEY: `"${key} x"` } }),
      78,
      'has characters that no key has',
    ],
    [
      'in a file that is missing',
      () => ({ args: ['--key-file', '/no/key'] }),
      66,
      'The key file /no/key does not exist. Expected the name of a file that contains the key.',
    ],
    [
      'in a file that others can read',
      (folder) => ({ args: ['--key-file', keyFile(folder, 0o644)] }),
      78,
      'can be read by other users of this machine, and may contain a key. Run: chmod 600',
    ],
    [
      'in a configuration that others can read',
      (folder) => ({ env: profiles(folder, { default: { apiKey: key } }, 0o640) }),
      78,
      'chmod 600',
    ],
    [
      'in an unknown profile',
      (folder) => ({ args: ['--profile', 'x'], env: profiles(folder, { work: {}, home: {} }) }),
      78,
      'There is no profile x. Expected one of work, home.',
    ],
    [
      'an argument',
      () => ({ args: [`--api-key=${key}`] }),
      64,
      '--api-key is not an option: a key in an argument can be read by every user',
    ],
    [
      'given as the name of a file',
      () => ({ args: ['--key-file', key] }),
      66,
      'The key file does not exist. Expected the name of a file that contains the key.',
    ],
    ['given as an option', () => ({ args: [`--${key}`] }), 64, 'There is no such option.'],
    ['a separate argument', () => ({ args: [key] }), 64, 'There are more arguments than the command takes.'],
  ])('a key that is %s is refused, and never shown', async (_, given, code, message) => {
    const { args = [], ...around } = given(temporaryFolder());
    const outcome = await run(['get', '--instance', 'http://127.0.0.1:1', ...args], around);
    expect(outcome.code, outcome.stderr).toBe(code);
    expect(outcome.stderr).toContain(message);
    expectNoKey(outcome);
  });

  test('the key is not shown when it is given in place of a command', async () => {
    const outcome = await run([key, '--verbose']);
    expect(outcome.code).toBe(64);
    expect(outcome.stderr).toContain('Error: There is no such command.');
    expectNoKey(outcome);
  });

  test('the key is not shown when it was swapped with the instance', async () => {
    const outcome = await run(['get'], {
      env: { SESSION_SERIES_INSTANCE: key, SESSION_SERIES_API_KEY: 'EU-01' },
    });
    expect(outcome.code).toBe(78);
    expect(outcome.stderr).toMatch(
      /The instance is not one of the contract's\. Expected US-01, .*, KR-01, or a base URL/,
    );
    expectNoKey(outcome);
  });

  test('the key is not shown when the configuration that contains it is broken', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'config.json');
    writeFileSync(file, `{"profiles": {"default": {"apiKey": "${key}"`, { mode: 0o600 });
    const outcome = await run(['get'], { env: { SESSION_SERIES_CONFIG: file } });
    expect(outcome.code).toBe(78);
    expect(outcome.stderr).toBe(`Error: ${file} is not JSON. Correct it, or remove it.\n`);
  });

  test('the key is not sent over plain http to another machine', async () => {
    const env = { SESSION_SERIES_API_KEY: key };
    const outcome = await run(['get', '--instance', 'http://example.com'], { env });
    expect(outcome.code).toBe(78);
    expect(outcome.stderr).toContain('The instance cannot be used.');
    expectNoKey(outcome);
  });
});

describe('profiles', () => {
  test('profiles are kept in a file that only its owner can read, and can be listed and removed', async () => {
    const file = join(temporaryFolder(), 'deep', 'config.json');
    const env = { SESSION_SERIES_CONFIG: file };
    const set = await run(
      ['profile', 'set', 'work', '--instance', 'eu-01', '--key-file', '-', '--time-zone', 'Europe/Paris'],
      { env, stdin: `${key}\n` },
    );
    expect(set).toEqual({ code: 0, stdout: '', stderr: `Saved the profile work in ${file}.\n` });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      profiles: { work: { instance: 'EU-01', apiKey: key, timeZone: 'Europe/Paris' } },
    });
    const list = await run(['profile', 'list'], { env });
    expect(list.stdout).toBe('work\tEU-01\t(key in this file)\tEurope/Paris\n');
    expect((await run(['profile', 'remove', 'work'], { env })).code).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ profiles: {} });
    expect((await run(['profile', 'remove', 'work'], { env })).code).toBe(78);
  });
});

function expectNoKey({ stdout, stderr }: Outcome): void {
  expect(stdout + stderr).not.toContain(key);
}

function keyFile(folder: string, mode = 0o600): string {
  const file = join(folder, 'key');
  writeFileSync(file, `${key}\n`);
  chmodSync(file, mode);
  return file;
}

function profiles(folder: string, content: object, mode = 0o600): Record<string, string> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'config.json');
  writeFileSync(file, JSON.stringify({ profiles: content }));
  chmodSync(file, mode);
  return { SESSION_SERIES_CONFIG: file };
}

/** A mock that records the keys it receives. */
async function keyServer(): Promise<{ url: string; keys: (string | undefined)[] }> {
  const keys: (string | undefined)[] = [];
  const mockFetch = createMockFetch();
  const server = createServer(async ({ url, headers: { authorization = '' } }, response) => {
    keys.push(authorization);
    const answer = await mockFetch(`http://127.0.0.1${url}`, { headers: { authorization } });
    response.setHeader('Content-Type', 'application/json').end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, keys }; // It listens on TCP.
}

import { startMock } from '@session-series/mock';
import { describe, expect, test } from 'vitest';
import { fileOfContract, run } from '../run.ts';
import { ways } from '../ways.ts';

const CANARY = 'canary-key-of-the-workflows-test';
const workflows = (args: string[], key = CANARY) =>
  run(process.execPath, [fileOfContract('scripts/workflows.ts'), ...args], { SESSION_SERIES_API_KEY: key });

describe('the Arazzo workflows', () => {
  test.each(ways)('the Arazzo workflows pass against $way and print no key', async ({ start }) => {
    await using mock = await start();
    const { status, stdout, stderr } = await workflows([mock.url, '--verbose']);
    expect(status, stdout + stderr).toBe(0);
    expect(stdout + stderr).toMatch(/Workflows: 3 passed, 3 total/);
    expect(stdout + stderr).not.toContain(CANARY);
  });

  test('the Arazzo workflows fail against a server with other responses', async () => {
    await using mock = await startMock({ port: 0 });
    const { status, stdout, stderr } = await workflows([`${mock.url}/fr`]);
    expect(status, stdout + stderr).toBe(1);
  });

  test.each([
    ['no base URL', [], CANARY, 'The base URL is missing.'],
    ['no URL', ['rest.example'], CANARY, 'The base URL is "rest.example".'],
    ['no key', ['http://127.0.0.1:1'], '', 'Set SESSION_SERIES_API_KEY'],
  ])('the Arazzo workflows report in one line that there is %s', async (_, args, key, line) => {
    const { status, stdout, stderr } = await workflows(args, key);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain(line);
  });
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { mockServer } from '../support/mock.ts';
import { run, temporaryFolder } from '../support/run.ts';

const period = ['--from', '2026-01-01', '--to', '2026-02-01', '--unit', 'hour'] as const;
const apps = ['--app', 'app-ios', '--app', 'app-web'] as const;

test.each([1, 3, 7])(
  'an export with --concurrency %i has that many requests open at the same time, and never more',
  async (size) => {
    const { mock, env, now } = await mockServer();
    const waiting: (() => void)[] = [];
    let [open, most, seen] = [0, 0, 0];
    // Requests are only answered once there are as many as there may be, and after a round trip in which another could come.
    const gate = createServer(async ({ url, headers }, response) => {
      if (url === '/') return void response.end();
      open++;
      most = Math.max(most, open);
      const turn = new Promise<void>((resolve) => waiting.push(resolve));
      seen++;
      if (open === size || seen === 21) {
        await fetch(address);
        for (const go of waiting.splice(0)) go();
      }
      await turn;
      const { authorization = '' } = headers;
      const answer = await fetch(`${mock.url}${url}`, { headers: { authorization } });
      open--;
      response.setHeader('Content-Type', 'application/json').end(await answer.text());
    });
    await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void gate.close());
    const address = `http://127.0.0.1:${(gate.address() as AddressInfo).port}/`; // It listens on TCP.
    // 21 requests: 21, 7 or 3 rounds.
    const query = ['--from', '2026-01-01', '--to', '2026-03-29T12:00:00Z', '--unit', 'hour'];
    const { code, stdout } = await run(
      ['export', ...query, '--concurrency', String(size), '--instance', address, '-'],
      { env, now },
    );
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(2101);
    expect(most).toBe(size);
  },
);

describe('the progress bar', () => {
  test.each([
    [100, 40],
    [60, 8],
  ])(
    'the progress bar on a terminal of %i columns takes %i, and shows rows, rate and remaining time',
    async (columns, size) => {
      const server = await mockServer();
      const file = join(temporaryFolder(), 's.csv');
      const { stderr } = await run(['export', ...period, ...server.args, file], {
        ...server,
        terminal: true,
        columns,
      });
      expect(stderr).toContain(`${'░'.repeat(size)} 0% | 0 rows | 0 rows/s | 0s left`);
      expect(stderr).toMatch(/█ 100% \| 744 rows \| [\d,]+ rows\/s \| 0s left/);
      // Cleared at the end.
      expect(stderr).toMatch(/Wrote 744 rows to .*\n$/);
    },
  );

  test.each([{ CI: 'true' }, { TERM: 'dumb' }])(
    'the progress bar is only shown on a terminal: %j',
    async (variables) => {
      const server = await mockServer();
      const file = join(temporaryFolder(), 's.csv');
      const env = { ...server.env, ...variables };
      const { stderr } = await run(['export', ...period, ...server.args, file], {
        ...server,
        env,
        terminal: true,
      });
      expect(stderr).toMatch(/^Wrote 744 rows to .*\n$/);
    },
  );
});

describe('without a file', () => {
  test('an export without a file writes rows to standard output, and cannot be resumed', async () => {
    const { args, env, now } = await mockServer();
    const query = ['export', '--from', '2026-01-01', '--to', '2026-01-02', ...args];
    expect((await run(query, { env, now })).stdout).toMatch(
      /^time,local_date,.*\n2026-01-01T00:00:00Z,2026-01-01,,,,,\d+\n$/,
    );
    const refused = await run([...query, '--resume'], { env, now });
    expect(refused).toMatchObject({
      code: 64,
      stdout: '',
      stderr: expect.stringContaining('The output file is missing.'),
    });
  });

  test('an export to - writes rows to standard output as they arrive', async () => {
    const { args, env, now } = await mockServer();
    const { stdout, stderr } = await run(
      ['export', '--from', '2026-01-01', '--to', '2026-01-03', '--format', 'ndjson', ...args, '-'],
      { env, now },
    );
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).local_date),
    ).toEqual(['2026-01-01', '2026-01-02']);
    expect(stderr).toBe('');
  });

  test('an export with --dry-run prints the number of requests and sends none', async () => {
    const { mock, args, env, now } = await mockServer();
    const { code, stderr } = await run(
      [
        'export',
        '--dry-run',
        '--from',
        '2023-01-01',
        '--to',
        '2026-01-01',
        '--unit',
        'hour',
        ...apps,
        ...args,
        's.csv',
      ],
      { env, now },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'Would send 528 requests.\n' });
    expect(mock.requests()).toEqual([]);
  });
});

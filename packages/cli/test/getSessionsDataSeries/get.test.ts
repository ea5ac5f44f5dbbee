import { describe, expect, test } from 'vitest';
import { loadContract, parameterOf } from '../../src/contract.ts';
import { mockServer } from '../support/mock.ts';
import { run, start } from '../support/run.ts';

const three = ['--length', '3', '--ending-at', '2026-01-03T23:59:59Z'] as const;

describe('get', () => {
  test('get prints a table with a sparkline by default', async () => {
    const server = await mockServer();
    const { code, stdout, stderr } = await run(['get', ...three, ...server.args], server);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines.slice(3, 6).map((line) => line.split('│')[1]?.trim())).toEqual([
      '2026-01-01',
      '2026-01-02',
      '2026-01-03',
    ]);
    expect(lines[7]).toMatch(/^[▁▂▃▄▅▆▇█]{3}$/);
    expect(lines[8]).toMatch(/^3 points, [\d,]+ sessions, [\d,]+ on average$/);
    expect(stdout).not.toContain('\u001b');
  });

  test.each([
    [52, 24],
    [48, 20],
    [30, 0],
  ])(
    'get on a terminal of %i columns draws bars of at most %i, and no line is longer',
    async (columns, bar) => {
      const server = await mockServer();
      const around = { ...server, env: { ...server.env, NO_COLOR: '1' }, terminal: true, columns };
      const { stdout } = await run(['get', ...three, ...server.args], around);
      const lines = stdout.split('\n').slice(0, 7);
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(columns);
      expect(Math.max(...lines.map((line) => line.match(/█/g)?.length ?? 0))).toBe(bar);
    },
  );

  test('get uses colours on a terminal, unless NO_COLOR asks for none', async () => {
    const server = await mockServer();
    const args = ['get', ...three, ...server.args];
    expect((await run(args, { ...server, terminal: true })).stdout).toContain('\u001b[');
    const env = { ...server.env, NO_COLOR: '1' };
    expect((await run(args, { ...server, env, terminal: true })).stdout).not.toContain('\u001b');
  });

  test('get prints the same points as JSON, CSV and NDJSON, as the API names them', async () => {
    const server = await mockServer();
    const output = async (format: string) =>
      (await run(['get', ...three, format, ...server.args], server)).stdout;
    const points: { time: string; sessions: number }[] = JSON.parse(await output('--json'));
    expect(points.map(({ time }) => time)).toEqual(['2026-01-01', '2026-01-02', '2026-01-03']);
    const lines = (await output('--ndjson')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(points);
    expect(await output('--csv')).toBe(
      `time,sessions\n${points.map(({ time, sessions }) => `${time},${sessions}\n`).join('')}`,
    );
  });

  test('get uses the length of the contract’s example by default', async () => {
    const server = await mockServer();
    const { stdout } = await run(['get', '--json', ...server.args], server);
    expect(JSON.parse(stdout)).toHaveLength(Number(parameterOf(loadContract('en'), 'length').example));
  });

  test('get --dry-run prints the request and sends none', async () => {
    const server = await mockServer();
    const { stderr } = await run(['get', ...three, '--app', 'a b', '--dry-run', ...server.args], server);
    expect(stderr).toBe(
      'Would send 1 request: GET /sessions/data_series?length=3&unit=day&ending_at=2026-01-03T23%3A59%3A59Z&app_id=a+b\n',
    );
    expect(server.mock.requests()).toEqual([]);
  });

  test.each([
    [['--length', '0'], '--length is "0". Expected a whole number from 1 to 100.'],
    [['--length', '101'], '--length is "101". Expected a whole number from 1 to 100.'],
    [['--length', '1e2'], '--length is "1e2"'],
    [['--unit', 'jour'], '--unit is "jour". Expected one of day, hour.'],
    [
      ['--ending-at', '2026-01-01'],
      '--ending-at is "2026-01-01". Expected a value like 2018-06-28T23:59:59-05:00.',
    ],
    [['--app', ''], '--app is empty. Expected at least 1 character.'],
    [['--lenght', '3'], 'There is no option --lenght. Did you mean --length?'],
    [['--length'], '--length needs a value.'],
    [['--json', '--csv'], '--json and --csv exclude each other. Use one of them.'],
    [['--lang', 'de'], '--lang is "de". Expected one of en, fr.'],
  ])('get refuses %j before it sends anything', async (options, message) => {
    const server = await mockServer();
    const { code, stderr } = await run(['get', ...server.args, ...options], server);
    expect(code).toBe(64);
    expect(stderr).toContain(`Error: ${message}`);
    expect(stderr).toContain('Run session-series --help for all options.');
    expect(server.mock.requests()).toEqual([]);
  });

  test('get --verbose prints each retry, and never the key', async () => {
    const server = await mockServer({ faults: 'sequence=500|ok' });
    const { code, stderr } = await run(['get', ...three, '--verbose', ...server.args], server);
    expect(code).toBe(0);
    expect(stderr).toMatch(/500/);
    expect(stderr).not.toContain(server.env.SESSION_SERIES_API_KEY);
  });

  test('get writes only data to standard output, and errors to standard error', async () => {
    const server = await mockServer({ faults: 'status=403' });
    expect(await run(['get', ...server.args], server)).toEqual({
      code: 77,
      stdout: '',
      stderr: expect.stringMatching(
        /^Error: The key is valid but may not read this data \(403: .*\)\. Create a key with the permission sessions\.data_series\.\n$/,
      ),
    });
  });

  test('get ends quietly when its reader closes the pipe', async () => {
    const server = await mockServer();
    const { process, outcome } = start(
      ['export', '--last', '10y', '--to', '2026-01-01', '--unit', 'hour', ...server.args, '-'],
      server,
    );
    process.stdout?.once('data', () => process.stdout?.destroy());
    const { code, stderr } = await outcome;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('the help of get shows the bounds and values of the contract', async () => {
    const { stdout } = await run(['get', '--help']);
    expect(stdout).toContain('--length <1..100>');
    expect(stdout).toContain('--unit <day|hour>');
  });
});

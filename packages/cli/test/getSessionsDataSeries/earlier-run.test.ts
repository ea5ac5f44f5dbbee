import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { mockServer } from '../support/mock.ts';
import { run, start, temporaryFolder } from '../support/run.ts';

/** A journal with an invalid line before its last mark. */
const damagedJournal = `{"instance":"x","from":"2026-01-01T00:00:00Z","to":"2026-02-01T00:00:00Z","unit":"day","time_zone":"UTC","series":[{}]}
1767225600,0,12
\0\0\0
#1767312000000
`;

const month = ['--from', '2026-01-01', '--to', '2026-02-01'] as const;

describe('files of an earlier run', () => {
  test('an unfinished export is only discarded on request', async () => {
    const { args, env, now } = await mockServer();
    const file = interrupted(args);
    const before = readFileSync(`${file}.partial`, 'utf8');
    const refused = await run(['export', ...month, ...args, file], { env, now });
    expect(refused.code).toBe(73);
    expect(refused.stderr).toContain('Pass --resume to finish it, or --overwrite to start over.');
    expect(readFileSync(`${file}.partial`, 'utf8')).toBe(before);
    expect((await run(['export', ...month, '--overwrite', ...args, file], { env, now })).code).toBe(0);
    expect(existsSync(`${file}.partial`)).toBe(false);
  });

  test.each([
    ['unit', ['--unit', 'hour'], 'its unit is "day", and you asked for "hour"'],
    [
      'time zone',
      ['--time-zone', 'Europe/Paris'],
      'its time_zone is "UTC", and you asked for "Europe/Paris"',
    ],
    ['app', ['--app', 'app-ios'], 'its series is [{}], and you asked for [{"app_id":"app-ios"}]'],
    ['start', ['--from', '2026-01-05'], 'its from is "2026-01-01T00:00:00.000Z"'],
    ['end', ['--to', '2026-01-20'], 'its to is "2026-02-01T00:00:00.000Z"'],
  ])('--resume refuses the journal of another query: another %s', async (_, other, message) => {
    const { args, env, now } = await mockServer();
    const file = interrupted(args);
    const before = readFileSync(`${file}.partial`, 'utf8');
    const { code, stderr } = await run(['export', ...month, ...other, '--resume', ...args, file], {
      env,
      now,
    });
    expect(code).toBe(65);
    expect(stderr).toContain('belongs to another query');
    expect(stderr).toContain(message);
    expect(readFileSync(`${file}.partial`, 'utf8')).toBe(before);
  });

  test.each(['', '{"a":1}\n', 'time,sessions\n1,2\n', damagedJournal])(
    'the invalid or damaged journal %j is refused',
    async (content) => {
      const { args, env, now } = await mockServer();
      const file = join(temporaryFolder(), 's.csv');
      writeFileSync(`${file}.partial`, content);
      const { code, stderr } = await run(['export', ...month, '--resume', ...args, file], { env, now });
      expect(code).toBe(65);
      expect(stderr).toContain('is not the journal of an export. Pass --overwrite to start over');
      expect(readFileSync(`${file}.partial`, 'utf8')).toBe(content);
    },
  );

  test.each<[string, (file: string) => void, number, string]>([
    [
      'a broken state file',
      (file) => writeFileSync(`${file}.state.json`, '{"query": {'),
      65,
      'is not a state file. Restore it',
    ],
    [
      'a state file of something else',
      (file) => writeFileSync(`${file}.state.json`, '{"a": 1}'),
      65,
      'is not a state file',
    ],
    ['a file that someone changed', (file) => writeFileSync(file, 'time\n'), 65, 'has changed since'],
  ])('--append refuses %s, and changes nothing', async (_, damage, code, message) => {
    const { args, env, now } = await mockServer();
    const file = join(temporaryFolder(), 's.csv');
    await run(['export', ...month, ...args, file], { env, now });
    damage(file);
    const before = readFileSync(file, 'utf8');
    const outcome = await run(['export', ...month, '--append', ...args, file], { env, now });
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toContain(message);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('an export with --append says that the state file is missing', async () => {
    const { args, env, now } = await mockServer();
    const file = join(temporaryFolder(), 's.csv');
    writeFileSync(file, 'time\n');
    const { code, stderr } = await run(['export', ...month, '--append', ...args, file], { env, now });
    expect(code).toBe(66);
    expect(stderr).toContain('its state file');
  });
});

describe('two processes and one file', () => {
  test('a second export to the same file is refused while the first is running, and changes nothing', async () => {
    const { mock, args, env } = await mockServer({ faults: 'latency=20' });
    const file = join(temporaryFolder(), 's.csv');
    const hours = ['export', '--from', '2025-01-01', '--to', '2026-01-01', '--unit', 'hour', ...args, file];
    const first = start(hours, { env });
    // The journal says what the others compare first.
    const journalSize = () => statSync(`${file}.partial`, { throwIfNoEntry: false })?.size ?? 0;
    await vi.waitUntil(() => journalSize() > 0, { timeout: 120_000, interval: 5 });
    // It does not end before the others have tried, however long these take.
    first.process.kill('SIGSTOP');
    for (const continuation of ['--resume', '--overwrite', '--append']) {
      const { code, stderr } = await run([...hours, continuation], { env });
      expect({ code, stderr }).toEqual({
        code: 73,
        stderr: `Error: ${file} is being written by process ${first.process.pid}. Wait until it ends; if there is no such process, remove ${file}.pid.\n`,
      });
    }
    first.process.kill('SIGCONT');
    mock.setFaults('none');
    expect(await first.outcome).toMatchObject({ code: 0 });
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(8761);
    expect(existsSync(`${file}.pid`)).toBe(false);
  });

  test.each(['--resume', '--append', '--overwrite', '--resume --dry-run'])(
    'an export with %s is refused while another process has only begun the journal',
    async (options) => {
      const { mock, args, env, now } = await mockServer();
      const file = join(temporaryFolder(), 's.csv');
      writeFileSync(`${file}.partial`, '');
      // A process that is running: the one that started this one.
      writeFileSync(`${file}.pid`, JSON.stringify({ pid: process.ppid, host: hostname() }));
      const query = ['export', ...month, ...args, ...options.split(' '), file];
      const { code, stderr } = await run(query, { env, now });
      expect({ code, stderr }).toEqual({
        code: 73,
        stderr: `Error: ${file} is being written by process ${process.ppid}. Wait until it ends; if there is no such process, remove ${file}.pid.\n`,
      });
      expect(mock.requests()).toEqual([]);
      expect(existsSync(`${file}.pid`)).toBe(true);
    },
  );

  test.each([
    ['a process that was killed', JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() })],
    ['a process that was killed while it wrote it', '{"pid": 12'],
    ['a process that had the same number', JSON.stringify({ pid: process.pid, host: hostname() })],
  ])('a lock file left by %s is taken over', async (_, content) => {
    const { args, env, now } = await mockServer();
    const file = join(temporaryFolder(), 's.csv');
    writeFileSync(`${file}.pid`, content);
    const { code, stderr } = await run(['export', ...month, ...args, file], { env, now });
    expect(code, stderr).toBe(0);
    expect(existsSync(`${file}.pid`)).toBe(false);
  });

  test('a lock file of another machine is respected, since its processes cannot be checked', async () => {
    const { args, env, now } = await mockServer();
    const file = join(temporaryFolder(), 's.csv');
    writeFileSync(`${file}.pid`, '{"pid":7,"host":"elsewhere"}');
    const { code, stderr } = await run(['export', ...month, ...args, file], { env, now });
    expect(code).toBe(73);
    expect(stderr).toContain('is being written by process 7 (elsewhere).');
    expect(existsSync(`${file}.pid`)).toBe(true);
  });
});

/** A file whose export was stopped after the first day, in the middle of a line. */
function interrupted(args: readonly string[]): string {
  const file = join(temporaryFolder(), 's.csv');
  const header = {
    operation: '/sessions/data_series',
    instance: args[1],
    from: '2026-01-01T00:00:00.000Z',
    to: '2026-02-01T00:00:00.000Z',
    until_now: false,
    unit: 'day',
    time_zone: 'UTC',
    series: [{}],
  };
  writeFileSync(
    `${file}.partial`,
    `${JSON.stringify(header)}\n1767225600,0,12\n#1767312000000\n1767312000,0,1`,
  );
  return file;
}

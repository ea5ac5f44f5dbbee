import { execFile, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { mockServer } from './support/mock.ts';
import { command, run, start, temporaryFolder } from './support/run.ts';

/** A journal with an invalid line before its last mark. */
const damagedJournal = `{"instance":"x","from":"2026-01-01T00:00:00Z","to":"2026-02-01T00:00:00Z","unit":"day","time_zone":"UTC","series":[{}]}
1767225600,0,12
\0\0\0
#1767312000000
`;

const month = ['--from', '2026-01-01', '--to', '2026-02-01'] as const;

describe('an output that cannot be written is refused before anything is fetched', () => {
  test.each<[string, (folder: string) => string, RegExp]>([
    [
      'a directory that is missing',
      (folder) => join(folder, 'no', 's.csv'),
      /cannot be created: there is no directory .*no\. Create it first\./,
    ],
    [
      'a read-only file',
      (folder) => readOnly(join(folder, 's.csv')),
      /s\.csv is read-only\. Make it writable, or write to another file\./,
    ],
    ['a device', () => '/dev/full', /\/dev\/full is a device or a pipe\. Expected a file; pass - to write/],
    [
      'a directory',
      (folder) => directory(join(folder, 's.csv')),
      /s\.csv is a directory\. Expected the name of a file\./,
    ],
  ])('an output that is %s is refused before anything is fetched', async (_, prepare, message) => {
    const { mock, args, env, now } = await mockServer();
    const file = prepare(temporaryFolder());
    const options = ['--format', 'csv', ...args, file];
    const { code, stderr } = await run(['export', ...month, ...options], { env, now });
    expect(code).toBe(73);
    expect(stderr).toMatch(message);
    expect(mock.requests()).toEqual([]);
  });
});

test.each([
  // Room for less than the journal, and for the journal but not for the database.
  ['csv', 16],
  ['sqlite', 64],
  ['duckdb', 64],
])(
  'a full disk ends an export to %s with 74, and leaves the old file and a resumable journal',
  async (format, kilobytes) => {
    const { args, env } = await mockServer();
    const folder = temporaryFolder();
    const file = join(folder, `s.${format}`);
    writeFileSync(file, 'an older export\n');
    const full = ['export', '--from', '2025-10-01', '--to', '2026-01-01', '--unit', 'hour', ...args, file];
    // No file of this process may grow beyond a size: the kernel refuses more, as on a full disk.
    const limited = await limitedTo(kilobytes, full, env);
    expect(limited.code, limited.stderr).toBe(74);
    expect(limited.stderr).toContain('the disk is full, or the file too large. Make room first.');
    expect(limited.stderr).toContain('rows were kept. Run the same command with --resume');
    expect(limited.stderr).not.toContain('    at ');
    expect(readFileSync(file, 'utf8')).toBe('an older export\n');
    expect(readdirSync(folder).sort()).toEqual([`s.${format}`, `s.${format}.partial`]);
    const resumed = await start([...full, '--resume'], { env }).outcome;
    expect(resumed.code, resumed.stderr).toBe(0);
    expect(resumed.stderr).toContain('Wrote 2,208 rows to ');
    expect(readdirSync(folder).sort()).toEqual([`s.${format}`, `s.${format}.state.json`]);
  },
);

test.each([
  ['export', '--mock', '--last', '3d', '-'],
  ['get', '--mock'],
  ['export', '--singer', '--mock', '--last', '3d'],
  ['--help'],
])('a full disk behind standard output ends %s %s with 74 and no stack trace', (...args) => {
  // Linux' device that is always full.
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [command, ...args], {
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(full);
  expect({ status, stderr }).toEqual({
    status: 74,
    stderr:
      'Error: Standard output could not be written (ENOSPC). Nothing can be resumed: make room, or write to another file.\n',
  });
});

test('an export keeps a symbolic link and the mode of a private file', async () => {
  const { args, env, now } = await mockServer();
  const folder = temporaryFolder();
  const [link, file] = [join(folder, 'link.csv'), join(folder, 'private.csv')];
  writeFileSync(file, 'older\n', { mode: 0o600 });
  symlinkSync(file, link);
  expect((await run(['export', ...month, ...args, link], { env, now })).code).toBe(0);
  expect(readlinkSync(link)).toBe(file);
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(32);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

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

describe('a wrong clock', () => {
  test.each([
    [3, '3 days ahead of'],
    [-3, '3 days behind'],
  ])('a clock that is wrong by %i days is reported, and no file is written', async (days, words) => {
    const { args, env } = await mockServer({ now: new Date() });
    const file = join(temporaryFolder(), 's.csv');
    const now = Date.now() + days * 86_400_000;
    const { code, stderr } = await run(['export', '--last', '30d', ...args, file], { env, now });
    expect(code).toBe(78);
    expect(stderr).toBe(
      `Error: The clock of this machine is ${words} the server's. Set the clock, or pass --to with an end in the past.\n`,
    );
    expect([file, `${file}.partial`].map(existsSync)).toEqual([false, false]);
  });

  test('a wrong clock does not matter for a period that is in the past by both clocks', async () => {
    const { args, env } = await mockServer();
    const file = join(temporaryFolder(), 's.csv');
    const { code } = await run(['export', ...month, ...args, file], { env, now: Date.now() + 86_400_000 });
    expect(code).toBe(0);
  });

  test('--append notices a wrong clock when the file already has later rows', async () => {
    const { args, env, now } = await mockServer();
    const file = join(temporaryFolder(), 's.csv');
    await run(['export', ...month, ...args, file], { env, now });
    const { code, stderr } = await run(['export', '--append', ...args, file], {
      env,
      now: Date.parse('2026-01-10T00:00:00Z'),
    });
    expect(code).toBe(78);
    expect(stderr).toContain('is complete until 2026-02-01T00:00:00.000Z, and the period ends before that');
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

/** Runs the command with a maximum size for its files. */
function limitedTo(kilobytes: number, args: readonly string[], env: Record<string, string>) {
  const quoted = [process.execPath, command, ...args].map((arg) => `'${arg}'`).join(' ');
  const options = { env: { ...env, PATH: process.env['PATH'] } };
  return new Promise<{ code: number; stderr: string }>((resolve) => {
    execFile(
      'bash',
      ['--norc', '-c', `ulimit -f ${kilobytes}; exec ${quoted}`],
      options,
      (error, _, stderr) => resolve({ code: Number(error?.code ?? 0), stderr }),
    );
  });
}

function readOnly(file: string): string {
  writeFileSync(file, 'older\n');
  chmodSync(file, 0o444);
  return file;
}

function directory(file: string): string {
  mkdirSync(file);
  return file;
}

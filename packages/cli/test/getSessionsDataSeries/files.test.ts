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
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mockServer } from '../support/mock.ts';
import { command, run, temporaryFolder } from '../support/run.ts';

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
    const resumed = await run([...full, '--resume'], { env });
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

test('an export to a file that exists is reported under the name that was given', async () => {
  const { args, env, now } = await mockServer();
  const file = `${temporaryFolder()}/./s.csv`;
  for (const _ of ['the first time', 'again']) {
    const { stderr } = await run(['export', ...month, ...args, file], { env, now });
    expect(stderr).toContain(`Wrote 31 rows to ${file} (`);
  }
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

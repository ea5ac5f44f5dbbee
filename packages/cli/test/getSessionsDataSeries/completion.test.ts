import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { command, run, temporaryFolder } from '../support/run.ts';

test('the completions of --unit are the units of the contract', async () => {
  const { code, stdout } = await run(['complete', '--', 'export', '--unit', '']);
  expect(code).toBe(0);
  const offered = stdout.split('\n').filter((line) => /^\w/.test(line));
  expect(offered.map((line) => line.trim())).toEqual(['day', 'hour']);
});

test('the completion script lets bash complete a command line', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'bin'));
  // What a package manager puts on the path.
  const shim = `#!/bin/sh\nexec '${process.execPath}' '${command}' "$@"\n`;
  writeFileSync(join(folder, 'bin', 'session-series'), shim, { mode: 0o755 });
  const { stdout: script } = await run(['completion', 'bash']);
  // Does what bash does when the tab key is pressed, and prints what it would insert.
  const press = (...words: string[]) =>
    `COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; __session_series_complete; echo "\${COMPREPLY[*]}"`;
  const typed = [
    script,
    press('session-series', 'export', '--unit', 'h'),
    press('session-series', 'export', '--unit', '=', 'h'),
    press('session-series', 'export', '--unit', '='),
    press('session-series', 'get', '--instance', 'EU'),
    // Bash must not execute what was typed.
    press('session-series', 'export', `'$(touch ${join(folder, 'executed')})'`),
    'complete -p session-series',
  ].join('\n');
  const path = `${join(folder, 'bin')}:${dirname(process.execPath)}:${process.env['PATH']}`;
  // Without the user's start-up file, which bash reads if its input is a socket.
  const options = { encoding: 'utf8', env: { PATH: path }, stdio: 'pipe' } as const;
  expect(execFileSync('bash', ['--norc', '-c', typed], options).split('\n')).toEqual([
    'hour',
    'hour',
    'day hour',
    'EU-01 EU-02',
    '',
    'complete -o default -F __session_series_complete session-series',
    '',
  ]);
  expect(existsSync(join(folder, 'executed'))).toBe(false);
});

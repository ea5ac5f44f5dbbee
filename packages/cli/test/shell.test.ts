import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exitCodes } from '../src/exit-codes.ts';
import { command, run, temporaryFolder } from './support/run.ts';

describe('completions', () => {
  test.each([
    [['ex'], ['export']],
    [
      ['export', '--unit', ''],
      ['day', 'hour'],
    ],
    [['export', '--format', 'p'], ['parquet']],
    [
      ['get', '--instance', 'EU'],
      ['EU-01', 'EU-02'],
    ],
    [['export', '--ti'], ['--time-zone']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish', 'powershell'],
    ],
  ])('the completions of %j are %j', async (words, expected) => {
    const { code, stdout } = await run(['complete', '--', ...words]);
    expect(code).toBe(0);
    const offered = stdout
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith(':'));
    expect(offered.map((line) => line.split('\t')[0])).toEqual(expected);
  });

  test.each(['bash', 'zsh', 'fish'])('the shell %s accepts its completion script', async (shell) => {
    const { code, stdout } = await run(['completion', shell]);
    expect(code).toBe(0);
    expect(stdout).toContain('session-series complete --');
    if (shell === 'bash') expect(spawnSync('bash', ['-n'], { input: stdout }).status).toBe(0);
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

  test('completions for an unknown shell are refused', async () => {
    expect(await run(['completion', 'tcsh'])).toMatchObject({ code: 64 });
  });
});

describe('the manual page', () => {
  test.each(['en', 'fr'])(
    'the manual page names every command, option, exit code and variable: %s',
    async (language) => {
      const { code, stdout } = await run(['man', '--lang', language]);
      expect(code).toBe(0);
      const plain = stdout.replaceAll('\\-', '-').replace(/\\f[BIR]/g, '');
      for (const name of ['get', 'export', 'doctor', 'profile set', 'mock', 'mcp', 'completion']) {
        expect(plain).toMatch(new RegExp(`^\\.SS ${name}\\b`, 'm'));
      }
      for (const option of ['--resume', '--append', '--time-zone', '--key-file', '--singer', '--http']) {
        expect(plain).toContain(option);
      }
      for (const exitCode of Object.values(exitCodes))
        expect(plain).toMatch(new RegExp(`^\\.B ${exitCode}$`, 'm'));
      expect(plain).toContain('SESSION_SERIES_API_KEY');
      // A line that begins with a dot is a request, and must be a known roff request.
      const requests = stdout
        .split('\n')
        .filter((line) => /^[.']/.test(line))
        .map((line) => line.split(' ')[0]);
      expect(new Set(requests)).toEqual(new Set(['.TH', '.SH', '.SS', '.TP', '.B', '.I', '.nf', '.fi']));
    },
  );

  test('the manual page is shipped in the package', () => {
    expect(readFileSync(join(dirname(command), '../man/session-series.1'), 'utf8')).toMatch(
      /^\.TH SESSION-SERIES 1 /,
    );
  });
});

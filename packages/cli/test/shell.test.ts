import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exitCodes } from '../src/exit-codes.ts';
import { command, run } from './support/run.ts';

describe('completions', () => {
  test.each([
    [['ex'], ['export']],
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

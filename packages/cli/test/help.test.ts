import { describe, expect, test } from 'vitest';
import { loadContract } from '../src/contract.ts';
import { run } from './support/run.ts';

describe('help', () => {
  test.each(['en', 'fr'] as const)(
    'the help describes each parameter in the words of the contract: %s',
    async (language) => {
      const { code, stdout } = await run(['get', '--help', '--lang', language]);
      expect(code).toBe(0);
      const text = stdout.replace(/\s+/g, ' ');
      for (const { name, description } of loadContract(language).parameters.values()) {
        const words = description.replace(/\s+/g, ' ').slice(0, 25);
        expect(text, name).toContain(words);
      }
    },
  );

  test.each([120, 80, 60])('no line of the help is longer than a terminal of %i columns', async (columns) => {
    for (const command of [['--help'], ['get', '--help'], ['export', '--help', '--lang', 'fr']]) {
      const { stdout } = await run(command, { terminal: true, columns });
      const longest = stdout.split('\n').reduce((one, other) => (other.length > one.length ? other : one));
      expect(longest.length, longest).toBeLessThanOrEqual(columns);
    }
  });

  test('the help is entirely in French under a French locale', async () => {
    const { stdout } = await run(['export', '--help'], { env: { LANG: 'fr_FR.UTF-8' } });
    expect(stdout).toMatch(/^Utilisation\s: session-series export \[options\] \[fichier\]/);
    expect(stdout).not.toMatch(/\b(Usage|Options:|default|display|Arguments:|Commands)\b/);
    expect((await run(['--help'], { env: { LC_ALL: 'fr' } })).stdout).toContain('Commandes\u00a0:');
    expect((await run(['--help'], { env: { LANG: 'de_DE.UTF-8' } })).stdout).toContain('Commands:');
  });

  test('without a command, the help goes to standard error and the exit code is that of wrong usage', async () => {
    const { code, stdout, stderr } = await run([]);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toContain('Usage: session-series [options] [command]');
  });

  test('an unknown command suggests the nearest one', async () => {
    const { code, stderr } = await run(['exprot']);
    expect({ code, stderr }).toEqual({
      code: 64,
      stderr:
        'Error: There is no command exprot. Did you mean export?\nRun session-series --help for all options.\n',
    });
  });
});

test('a bug is reported as one without a stack trace, unless asked, and ends with 70', async () => {
  const around = { stdin: new Error('boom') };
  const args = ['get', '--instance', 'EU-01', '--key-file', '-'];
  const quiet = await run(args, around);
  expect(quiet).toMatchObject({ code: 70, stdout: '' });
  expect(quiet.stderr).toMatch(/^Error: This is a bug in session-series: boom\nRun it again with --verbose/);
  expect((await run([...args, '--verbose'], around)).stderr).toContain('    at ');
});

import { describe, expect, it } from 'vitest';
import { instancesOf, readContract } from '../server/contract.ts';
import { readOptions } from '../server/options.ts';
import { UsageError } from '../server/real-api.ts';

const contract = await readContract();
const key = 'k3y-that-must-never-leave';

describe('the options', () => {
  const read = (args: string[], env = {}) => readOptions(args, env, instancesOf(contract));

  it('the options find an instance by name', () => {
    const options = read([], { SESSION_SERIES_API_KEY: key, SESSION_SERIES_INSTANCE: 'eu-01' });
    expect(options).toMatchObject({ real: { instance: 'EU-01', url: 'https://rest.fra-01.braze.eu' } });
  });

  it.each([
    [['--port', 'x'], {}, /--port/],
    [['--prt', '1'], {}, /--prt/],
    [['--mock-url', 'mock'], {}, /--mock-url/],
    [[], { SESSION_SERIES_API_KEY: key }, /SESSION_SERIES_INSTANCE/],
    [[], { SESSION_SERIES_API_KEY: key, SESSION_SERIES_INSTANCE: 'US-99' }, /neither a known instance/],
    [['--host', ''], {}, /--host is empty/],
    [['--host', '0.0.0.0'], {}, /--allow-host/],
    [['--allow-host', 'https://x'], {}, /without scheme/],
    [['--catalogue', 'package.json'], {}, /is not a catalogue/],
    [['--catalogue', 'no-such-file'], {}, /could not be read/],
    [['--docs-url', 'docs'], {}, /--docs-url/],
    [[], { SESSION_SERIES_API_KEY: key, SESSION_SERIES_INSTANCE: 'http://example.com' }, /https/],
    [[], { SESSION_SERIES_API_KEY: key, SESSION_SERIES_INSTANCE: 'http://127.0.0.1.example.com' }, /https/],
  ])('the options %j with the variables %j are refused with a reason', (args, env, reason) => {
    expect(() => read(args, env)).toThrow(UsageError);
    expect(() => read(args, env)).toThrow(reason);
  });

  it.each([
    ['an opaque key', 'sk-live-0123456789abcdef'],
    ['a key that reads as a URL', 'sk:live:0123456789abcdef'],
    ['an http URL with a key in it', 'http://user:sk-live-0123456789abcdef@example.com'],
  ])(
    'an error never repeats the value of a variable, since variables are easily swapped: %s',
    (_name, secret) => {
      let message = '';
      try {
        read([], { SESSION_SERIES_API_KEY: 'EU-01', SESSION_SERIES_INSTANCE: secret });
      } catch (error) {
        message = error instanceof UsageError ? error.message : '';
      }
      expect(message).toMatch(/^SESSION_SERIES_INSTANCE is /);
      expect(message).not.toContain('0123456789abcdef');
    },
  );
});

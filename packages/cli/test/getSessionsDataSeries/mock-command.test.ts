import { expect, onTestFinished, test } from 'vitest';
import { start } from '../support/run.ts';

test.each([[[]], [['--workers', '2']]])(
  'mock serves until it is stopped, with the options %j',
  async (options) => {
    const { process, outcome } = start(['mock', '--port', '0', ...options]);
    onTestFinished(() => void process.kill('SIGKILL'));
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      process.stdout?.on('data', (chunk) => {
        said += chunk;
        const [, address] = /listens on (http:\S+)\n/.exec(said) ?? [];
        if (address !== undefined) resolve(address);
      });
      outcome.then(({ stderr }) => reject(new Error(stderr)), reject);
    });
    const response = await fetch(`${url}/sessions/data_series?length=3`, {
      headers: { Authorization: 'Bearer any-key' },
    });
    expect(await response.json()).toMatchObject({ message: 'success', data: [{}, {}, {}] });
    process.kill('SIGTERM');
    expect(await outcome).toMatchObject({ code: 0, stderr: '' });
  },
);

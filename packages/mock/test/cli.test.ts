import { helpGroups } from 'openapi-mock-engine/command';
import { describe, expect, test } from 'vitest';
import { command } from '../src/cli/command.ts';
import { version } from '../src/generated/version.ts';
import { startMock } from '../src/index.ts';
import { CliProcess } from './child.ts';
import { headers, target } from './contract.ts';
import { json } from './json.ts';

test('the command prints its URL, and answers requests', async () => {
  await using mock = new CliProcess('--port', '0');
  const url = await mock.url();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${url}${target}`, { headers })).status).toBe(200);
});

test.for(['SIGINT', 'SIGTERM'] as const)(
  'the signal %s lets a request in flight finish, and ends the command with 0',
  async (signal) => {
    await using mock = new CliProcess('--port', '0', '--faults', 'latency=300');
    const url = await mock.url();
    const pending = fetch(`${url}${target}`, { headers });
    // Once the request is in the log, it is in flight.
    while ((await json<{ requests: number }>(fetch(`${url}/_mock`))).requests === 0);
    mock.child.kill(signal);
    expect((await pending).status).toBe(200);
    expect((await mock.end()).code).toBe(0);
  },
);

test('a busy port prints one line with the port and the option, and exits with 1', async () => {
  await using busy = await startMock({ port: 0 });
  const { port } = new URL(busy.url);
  const ended = await new CliProcess('--port', port).end();
  expect(ended).toEqual({
    code: 1,
    stdout: '',
    stderr: `Port ${port} on 127.0.0.1 is taken by another program. Choose another one with --port.\n`,
  });
});

test('a host that is not this machine prints one line with the option', async () => {
  const { code, stderr } = await new CliProcess('--port', '0', '--host', '192.0.2.1').end();
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: '192.0.2.1 is not an address of this machine. Choose another one with --host.\n',
  });
});

test('--help lists every option, and --version prints the version', async () => {
  const help = await new CliProcess('--help').end();
  expect(help.code).toBe(0);
  for (const { usage } of helpGroups(command).flatMap(({ options }) => options))
    expect(help.stdout).toContain(usage);
  expect(await new CliProcess('--version').end()).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

describe('a wrong option', () => {
  test.for([
    [['--prot', '4010'], '--prot: there is no such option. Did you mean --port?'],
    [['--sed=1'], '--sed: there is no such option. Did you mean --seed?'],
    [['--port', '70000'], '--port 70000: expected an integer from 0 to 65535.'],
    [['--unknown-parameters', 'refuse'], '--unknown-parameters refuse: expected ignore, warn, reject.'],
    [
      ['--now', 'hier'],
      '--now hier: expected a date and a time with an offset that exist, such as 2026-01-31T12:00:00Z.',
    ],
    [['--faults', 'latncy=3'], '--faults: "latncy=3" is not a fault.'],
    [['-x'], '-x: there is no such option.\n'],
    [['stray'], "Unexpected argument 'stray'"],
  ] as const)('the options %j exit with 2 and the message: %s', async ([args, message]) => {
    const { code, stdout, stderr } = await new CliProcess(...args).end();
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });
});

test('--verbose logs a line for each request with its error, and never the key', async () => {
  await using mock = new CliProcess('--port', '0', '--verbose', '--faults', 'sequence=ok|ok|truncate');
  const url = await mock.url();
  for (const each of [target, `${target}&other=1`, target]) await fetch(`${url}${each}`, { headers });
  mock.child.kill('SIGTERM');
  const { stderr } = await mock.end();
  expect(stderr.split('\n')).toEqual([
    `200 GET ${target}`,
    expect.stringContaining(`400 GET ${target}&other=1  other: 1 is not allowed, since there is no such`),
    `200 GET ${target}  truncate`,
    '',
  ]);
  for (const secret of Object.values(headers)) expect(stderr).not.toContain(secret);
});

test('--workers share the port, give the same answers, and exit together with 0', async () => {
  await using mock = new CliProcess('--port', '0', '--workers', '2');
  const url = await mock.url();
  const answers = await Promise.all(
    Array.from({ length: 20 }, async () =>
      (await fetch(`${url}${target}`, { headers: { ...headers, Connection: 'close' } })).text(),
    ),
  );
  expect(new Set(answers).size).toBe(1);
  mock.child.kill('SIGTERM');
  expect((await mock.end()).code).toBe(0);
});

test('--workers on a busy port print one line', async () => {
  await using busy = await startMock({ port: 0 });
  const { port } = new URL(busy.url);
  const { code, stderr } = await new CliProcess('--port', port, '--workers', '2').end();
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `Port ${port} on 127.0.0.1 is taken by another program. Choose another one with --port.\n`,
  });
});

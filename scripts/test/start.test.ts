import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const { packageManager }: { packageManager: string } = JSON.parse(
  readFileSync(`${root}package.json`, 'utf8'),
);
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM'); // not SIGKILL, since its servers must end with it
      await once(child, 'exit');
    }
  }
});

function start(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['scripts/start.ts', ...args], {
    cwd: root,
    env: { ...process.env, SESSION_SERIES_API_KEY: '', SESSION_SERIES_INSTANCE: '', ...env },
  });
  children.push(child);
  let printed = '';
  const heard = new EventTarget();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      printed += text;
      heard.dispatchEvent(new Event('text'));
    });
  }
  const ended = once(child, 'close').then(([code]) => ({ code, printed }));
  const waitForOutput = async (text: string) => {
    while (!printed.includes(text)) {
      await Promise.race([
        once(heard, 'text'),
        ended.then(() => Promise.reject(new Error(`ended without saying "${text}":\n${printed}`))),
      ]);
    }
    return printed;
  };
  return { child, ended, waitForOutput };
}

async function listenOnFreePort(): Promise<{ server: Server; port: number }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, port: address.port };
}

async function freePorts(): Promise<{ mock: number; docs: number; demo: number; args: string[] }> {
  const all = await Promise.all([listenOnFreePort(), listenOnFreePort(), listenOnFreePort()]);
  const [mock, docs, demo] = all.map(({ port }) => port) as [number, number, number]; // three were asked for
  await Promise.all(all.map(({ server }) => once(server.close(), 'close')));
  const args = ['--mock-port', `${mock}`, '--docs-port', `${docs}`, '--demo-port', `${demo}`];
  return { mock, docs, demo, args };
}

describe('start', { timeout: 120_000 }, () => {
  test('the start command serves the docs in both languages, the demo and the mock until it is interrupted', async () => {
    const { mock, docs, demo, args } = await freePorts();
    const { child, ended, waitForOutput } = start(args);
    const printed = await waitForOutput('Ctrl-C stops everything.');

    for (const [url, holds] of [
      [`http://127.0.0.1:${docs}/en/`, '<html lang="en"'],
      [`http://127.0.0.1:${docs}/fr/`, '<html lang="fr"'],
      [`http://127.0.0.1:${demo}/`, '<div id="root"'],
    ] as const) {
      expect(printed).toContain(url);
      const page = await fetch(url);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain(holds);
    }

    const series = await fetch(`http://127.0.0.1:${mock}/sessions/data_series?length=3`, {
      headers: { authorization: 'Bearer any' },
    });
    expect(await series.json()).toMatchObject({ message: 'success', data: { length: 3 } });
    const missing = await fetch(`http://127.0.0.1:${docs}/nowhere/at/all`);
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('href="/fr/"');

    child.kill('SIGINT');
    expect((await ended).code).toBe(0);
    for (const port of [mock, docs, demo]) {
      await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    }
  });

  test('the start command with a key and its instance lets the demo talk to the real API, and no page contains the key', async () => {
    const { demo, args } = await freePorts();
    const { child, ended, waitForOutput } = start(args, {
      SESSION_SERIES_API_KEY: 'canary-key',
      SESSION_SERIES_INSTANCE: 'EU-01',
    });
    expect(await waitForOutput('Ctrl-C stops everything.')).toContain('the real API (EU-01)');
    const config = await (await fetch(`http://127.0.0.1:${demo}/config.json`)).text();
    expect(JSON.parse(config)).toMatchObject({ backEnd: 'real', instance: 'EU-01' });
    child.kill('SIGTERM');
    const { code, printed } = await ended;
    expect(code).toBe(0);
    expect(printed + config).not.toContain('canary-key');
  });

  test.for(['mock', 'docs', 'demo'])(
    'the start command names a busy port and the option that changes it: %s',
    async (name) => {
      const { args } = await freePorts();
      const { server, port } = await listenOnFreePort();
      const { code, printed } = await start([...args, `--${name}-port`, `${port}`]).ended;
      server.close();
      expect(printed).toBe(`Port ${port} is busy. Choose another: pnpm start --${name}-port <port>\n`);
      expect(code).toBe(2);
    },
  );

  test('the start command with port 0 serves on free ports, and prints them', async () => {
    const { child, ended, waitForOutput } = start([
      '--mock-port',
      '0',
      '--docs-port',
      '0',
      '--demo-port',
      '0',
    ]);
    const printed = await waitForOutput('Ctrl-C stops everything.');
    const urls = [...printed.matchAll(/http:\/\/127\.0\.0\.1:\d+/g)].map(([url]) => url);
    expect(new Set(urls).size).toBe(3);
    for (const url of urls) expect((await fetch(url)).status).toBeLessThan(500);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });

  test('the start command refuses one port for two servers', async () => {
    const { server, port } = await listenOnFreePort();
    await once(server.close(), 'close');
    const { code, printed } = await start(['--mock-port', `${port}`, '--demo-port', `${port}`]).ended;
    expect(printed).toBe(`Port ${port} is busy. Choose another: pnpm start --demo-port <port>\n`);
    expect(code).toBe(2);
  });

  test.for(['start', 'test', 'bench'])(
    'the command %s without pnpm, and so without turbo, names the command to run',
    (script) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}.ts`], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, PATH: '' },
      });
      expect(stdout + stderr).toBe(
        `turbo was not found, because this script was not started by pnpm. Run it with: npx -y ${packageManager} ${script}\n`,
      );
      expect(status).toBe(2);
    },
  );

  test('the start command requires an instance together with the key, and does not repeat the key', async () => {
    const { code, printed } = await start([], { SESSION_SERIES_API_KEY: 'canary-key' }).ended;
    expect(printed).toContain('SESSION_SERIES_INSTANCE');
    expect(printed).not.toContain('canary-key');
    expect(code).toBe(2);
  });

  test.for([
    [['--prot', '1'], "Unknown option '--prot'"],
    [['--mock-port', 'x'], '--mock-port x: expected a port'],
    [['--mock-port', '70000'], '--mock-port 70000: expected a port'],
  ] as const)('the start command refuses %j with a message', async ([args, words]) => {
    const { code, printed } = await start([...args]).ended;
    expect(printed).toContain(words);
    expect(printed).not.toContain('    at ');
    expect(code).toBe(2);
  });

  test('the start command has a help text', async () => {
    const { code, printed } = await start(['--help']).ended;
    expect(printed).toContain('Usage: pnpm start [options]');
    expect(code).toBe(0);
  });
});
